package gradus.reference.graph;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run through a graph: forward v = f(values of its parents), parents first; backward from an output L with dL/dL = 1, children
 * first, each node sending its parents their messages. Values are computed when first asked for, and kept.
 *
 * <p>Any node's value may be put in beforehand, not only an input's. Its children then see the value put in, and so do
 * the local derivatives, while its gradient still flows on to its parents: this is how somebody's own intermediate
 * results are followed.
 *
 * <p>Grows with what is asked for, and forgets nothing: other inputs are another evaluation. Not for several threads at once. Values
 * put in are kept by reference and never written to.
 *
 * <p>Source: lecture 4 (forward and backward pass through a computational graph).
 */
public final class Evaluation {
    private final Map<Node, Tensor> values = new HashMap<>();

    /**
     * Fixes the value of a node that nothing has asked for yet.
     *
     * @param value of any shape that its children take; not to be written to afterwards
     * @throws IllegalStateException if the node has a value already, given or computed
     */
    public void put(Node node, Tensor value) {
        if (values.putIfAbsent(node, value) != null) {
            throw new IllegalStateException("Evaluation.put: expected a node without a value but it has one already.");
        }
    }

    /** Fixes a number. */
    public void put(Node node, double value) {
        put(node, Node.scalar(value));
    }

    /**
     * The value of a node; not to be written to.
     *
     * @throws IllegalStateException if an input that it needs has none
     * @throws gradus.tensor.ShapeException if an operation on the way takes no operands of these shapes
     */
    public Tensor value(Node node) {
        Tensor value = values.get(node);
        return value == null ? computed(node) : value;
    }

    private Tensor computed(Node node) {
        for (Node next : Topology.upTo(node, values::containsKey)) {
            values.put(next, next.operation().forward(parents(next)));
        }
        return value(node);
    }

    /** The value of a node that is a number; of a tensor with several entries, their sum. */
    public double number(Node node) {
        return value(node).sum();
    }

    /**
     * Differentiates a node of one entry, with the seed gradient 1.
     *
     * @throws ShapeException if the node has more entries than one, or none
     */
    public Gradients backward(Node output) {
        return backward(output, Map.of());
    }

    /**
     * Differentiates a node of one entry, with the seed gradient 1. Where a gradient is given it replaces the sum of the
     * messages, and what lies before it follows from it.
     *
     * @param given gradients by node, each in the shape of the node's value; not to be written to afterwards
     * @throws ShapeException if the output has more entries than one, or none
     */
    public Gradients backward(Node output, Map<Node, Tensor> given) {
        if (value(output).size() != 1) {
            throw new ShapeException("Evaluation.backward: expected an output of one entry but got shape "
                    + value(output).shape() + ". Sum it up first.");
        }
        return Gradients.of(output, this, given);
    }

    /** What a node sends to each of its parents, in order. */
    List<Tensor> messages(Node node, Tensor upstream) {
        return node.operation().messages(parents(node), value(node), upstream);
    }

    Shape shape(Node node) {
        return value(node).shape();
    }

    private List<Tensor> parents(Node node) {
        List<Tensor> parents = new ArrayList<>(node.parents().size());
        for (Node parent : node.parents()) {
            parents.add(value(parent));
        }
        return parents;
    }
}
