package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * The hinge loss of many classes, a support vector machine's: L = 1/N Σₙ Σ_{k ≠ labelₙ} max(0, s(n, k) - s(n, labelₙ) + 1),
 * with scores s (N, C); labels (N) count from 0. It is 0 only where the right class leads every other by the margin 1.
 *
 * <p>Backward: ds(n, k) = 1/N for each rival k within the margin, ds(n, labelₙ) = minus their sum, all others 0. At the
 * kink, where a rival stands exactly at the margin, the slope is 0.
 *
 * <p>Arguments are not written to. The loss of an empty batch is NaN: a mean over nothing.
 *
 * <p>Source: lecture 7; the printed summary forgets the margin in words, and no source prints the gradient.
 */
public final class Hinge implements Loss<IntTensor> {
    private static final double MARGIN = 1;

    @Cached
    private Tensor rivals; // (N, C): 1 where a class is within the margin, else 0

    @Cached
    private IntTensor labels; // (N)

    /**
     * Returns the loss, the mean over the samples.
     *
     * @param scores (N, C)
     * @param labels (N), each from 0 to C - 1
     * @throws gradus.tensor.ShapeException if there is not one label for each row
     * @throws IllegalArgumentException if a label names no column
     */
    @Override
    public double forward(Tensor scores, IntTensor labels) {
        scores.require("Hinge.forward: scores", Shape.ANY, Shape.ANY);
        Labels.require("Hinge.forward: labels", labels, scores.dim(0), scores.dim(1));
        this.labels = labels;
        Tensor right = scores.pick(labels).expand(1);
        Tensor excess = scores.minus(right).plus(MARGIN);
        excess.addPick(labels, -MARGIN); // the right class does not compete with itself
        rivals = excess.greater(0);
        return excess.maximum(0).sum() / labels.size();
    }

    /** Returns ds (N, C), each row with the sum 0. */
    @Override
    public Tensor backward() {
        Forward.first("Hinge.backward", labels);
        Tensor ds = rivals.copy();
        ds.addPick(labels, rivals.sum(1).negate());
        return ds.divide(labels.size());
    }
}
