package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The derivatives dL/dv of one output L with respect to every node v of its graph: each the sum of the messages of v's children,
 * dL/dv = Σ dL/dc ∂c/∂v over children c, and dL/dL = 1.
 *
 * <p>Does not change any more; its tensors are not to be written to.
 *
 * <p>Source: lecture 4 (multivariate chain rule).
 */
public final class Gradients {
    private final Evaluation evaluation;
    private final Map<Node, Tensor> gradients = new HashMap<>();

    private Gradients(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static Gradients of(Node output, Evaluation evaluation, Map<Node, Tensor> given) {
        Gradients flow = new Gradients(evaluation);
        flow.gradients.put(output, Tensor.ones(evaluation.shape(output)));
        List<Node> order = new ArrayList<>(Topology.upTo(output, node -> false));
        Collections.reverse(order);
        for (Node node : order) {
            Tensor upstream = given.getOrDefault(node, flow.gradients.get(node));
            if (upstream != null) {
                flow.gradients.put(node, upstream);
                flow.send(node, upstream);
            }
        }
        return flow;
    }

    private void send(Node node, Tensor upstream) {
        List<Tensor> messages = evaluation.messages(node, upstream);
        for (int i = 0; i < messages.size(); i++) {
            gradients.merge(node.parents().get(i), messages.get(i), Tensor::plus);
        }
    }

    /**
     * The gradient in the shape of the node's value; zeros where the output does not depend on the node.
     *
     * @throws IllegalStateException if the output does not depend on the node, and an input that the node needs has no value
     */
    public Tensor of(Node node) {
        Tensor gradient = gradients.get(node);
        return gradient == null ? Tensor.zeros(evaluation.shape(node)) : gradient;
    }

    /** The derivative with respect to a number; of a tensor with several entries, the sum of theirs. */
    public double number(Node node) {
        return of(node).sum();
    }
}
