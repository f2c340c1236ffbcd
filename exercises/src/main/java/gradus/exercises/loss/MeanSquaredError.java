package gradus.exercises.loss;

import gradus.tensor.Loss;
import gradus.tensor.NotAttempted;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * Exercise loss/mean-squared-error: the squared error of a prediction y against a target t.
 *
 * <pre>
 *   forward     L  = 1/k Σ (y - t)²     y, t (N, M); the sum runs over all entries
 *   backward    dy = 2/k (y - t)        dy (N, M)
 *
 *   reduction   MEAN_BATCH   k = N      mean over the samples of the sum over the outputs: the course's usual one
 *               SUM          k = 1
 *               MEAN_ALL     k = N M
 *               HALF_SUM     k = 2      so that the 2 of the derivative cancels
 * </pre>
 *
 * <p>Books and exams disagree about k, so the constructor is told. Look out for a k that is an int: 1 / 5 is 0 in Java.
 *
 * <p>A loss is the end of the chain, so backward takes nothing: its own upstream gradient is 1. The target gets no
 * gradient.
 *
 * <p>prediction and target are lent to you: read them, keep references if you like, never write to them.
 *
 * <p>Source: lecture 3; lecture 7; endterm 2022, 6.2; mock 2020, III.
 */
public final class MeanSquaredError implements Loss<Tensor> {
    private final Reduction reduction;

    // Add fields for what backward needs from forward.

    public MeanSquaredError(Reduction reduction) {
        this.reduction = reduction;
    }

    /** Returns the loss for prediction (N, M) and target (N, M). */
    @Override
    public double forward(Tensor prediction, Tensor target) {
        // TODO: compute the loss, and keep what backward needs.
        throw new NotAttempted();
    }

    /** Returns dprediction (N, M). */
    @Override
    public Tensor backward() {
        // TODO: compute the gradient of the loss with respect to the prediction.
        throw new NotAttempted();
    }
}
