package gradus.reference.graph;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One run through a graph. Values are computed in topological order when first asked for, and kept.
 *
 * <p>Any node's value may be put in beforehand, not only an input's. Its children then see the value put in, and so do
 * the local derivatives, while its gradient still flows on to its parents: this is how somebody's own intermediate
 * results are followed.
 */
public final class Evaluation {
    private final Map<Node, Tensor> values = new HashMap<>();

    /** Fixes the value of a node that nothing has asked for yet. */
    public void put(Node node, Tensor value) {
        if (values.putIfAbsent(node, value) != null) {
            throw new IllegalStateException("Evaluation.put: expected a node without a value but it has one already.");
        }
    }

    /** Fixes a number. */
    public void put(Node node, double value) {
        put(node, Node.scalar(value));
    }

    /** The value of a node; not to be written to. */
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

    /** The value of a node that is a number. */
    public double number(Node node) {
        return value(node).sum();
    }

    /** Differentiates a node of one entry, with the seed gradient 1. */
    public Gradients backward(Node output) {
        return backward(output, Map.of());
    }

    /**
     * Differentiates a node of one entry, with the seed gradient 1. Where a gradient is given it replaces the sum of the
     * messages, and what lies before it follows from it.
     */
    public Gradients backward(Node output, Map<Node, Tensor> given) {
        if (value(output).size() != 1) {
            throw new ShapeException("Evaluation.backward: expected an output of one entry but got shape "
                    + value(output).shape() + ". Sum it up first.");
        }
        Map<Node, Tensor> gradients = new HashMap<>();
        gradients.put(output, Tensor.ones(value(output).shape()));
        List<Node> order = new ArrayList<>(Topology.upTo(output, node -> false));
        Collections.reverse(order);
        for (Node node : order) {
            Tensor upstream = given.getOrDefault(node, gradients.get(node));
            if (upstream != null) {
                gradients.put(node, upstream);
                send(node, upstream, gradients);
            }
        }
        return new Gradients(this, gradients);
    }

    private void send(Node node, Tensor upstream, Map<Node, Tensor> gradients) {
        List<Tensor> messages = node.operation().messages(parents(node), value(node), upstream);
        for (int i = 0; i < messages.size(); i++) {
            gradients.merge(node.parents().get(i), messages.get(i), Tensor::plus);
        }
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
