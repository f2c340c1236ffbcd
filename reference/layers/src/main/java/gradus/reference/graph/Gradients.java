package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.Map;

/** The derivatives of one output with respect to every node of its graph. */
public final class Gradients {
    private final Evaluation evaluation;
    private final Map<Node, Tensor> gradients;

    Gradients(Evaluation evaluation, Map<Node, Tensor> gradients) {
        this.evaluation = evaluation;
        this.gradients = gradients;
    }

    /** The gradient in the shape of the node's value; zeros where the output does not depend on the node. */
    public Tensor of(Node node) {
        Tensor gradient = gradients.get(node);
        return gradient == null ? Tensor.zeros(evaluation.shape(node)) : gradient;
    }

    /** The derivative with respect to a number. */
    public double number(Node node) {
        return of(node).sum();
    }
}
