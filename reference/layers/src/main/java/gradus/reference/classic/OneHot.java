package gradus.reference.classic;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/**
 * Labels as rows of a single 1: label c of C becomes (0, …, 0, 1, 0, …, 0) with the 1 at place c, counted from 0.
 *
 * <p>Source: CS182, linear classifiers; Stanford's slides on them, whose two pages order the classes differently.
 */
public final class OneHot {
    private OneHot() {}

    /**
     * Returns (N, C) for labels (N).
     *
     * @throws IndexOutOfBoundsException if a label is not from 0 to C - 1
     */
    public static Tensor of(IntTensor labels, int classes) {
        return Tensor.eye(classes).take(labels);
    }
}
