package gradus.reference.graph;

import gradus.tensor.IntTensor;

/** The operations of {@link Node} that make fewer entries of many. */
public sealed interface Reductions permits Node {
    private Node self() {
        return (Node) this;
    }

    /** The sum of all entries, of shape (). */
    default Node sum() {
        return Node.of(Unary.SUM, self());
    }

    /** The mean of all entries, of shape (). */
    default Node mean() {
        return Node.of(Unary.MEAN, self());
    }

    /** The sum along some axes, which stay with length 1. */
    default Node sumKeep(int... axes) {
        return Node.of(Along.sum(axes), self());
    }

    /** The mean along some axes, which stay with length 1. */
    default Node meanKeep(int... axes) {
        return Node.of(Along.mean(axes), self());
    }

    /** The maximum along an axis, which stays with length 1; the first of equal maxima gets the gradient. */
    default Node maxKeep(int axis) {
        return Node.of(Along.max(axis), self());
    }

    /**
     * One entry of every row, such as each sample's score for its label: (N, C) to (N).
     *
     * @param columns (N), which entry of each row, from 0 to C - 1; other shapes and numbers are refused by the evaluation
     */
    default Node pick(IntTensor columns) {
        return Node.of(new Pick(columns), self());
    }
}
