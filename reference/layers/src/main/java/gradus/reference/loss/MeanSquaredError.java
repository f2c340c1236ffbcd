package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * The squared error: L = Σ (prediction - target)² / k, over tensors of one shape, the samples along axis 0.
 *
 * <p>The reduction says what k is: 1 for {@code SUM}, 2 for {@code HALF_SUM}, the number of samples for {@code
 * MEAN_BATCH}, the number of entries for {@code MEAN_ALL}.
 *
 * <p>Backward: dprediction = 2 (prediction - target) / k. The form with k = 2 N is half of that with k = N: {@link Weighted}.
 *
 * <p>Arguments are not written to. The means over an empty batch are NaN.
 *
 * <p>Source: lecture 3; lecture 7; endterm 2022, 6.2; mock 2020, III.
 */
public final class MeanSquaredError implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor difference; // (N, …)

    /** Makes the loss with the given reduction; the course's usual one is {@link Reduction#MEAN_BATCH}. */
    public MeanSquaredError(Reduction reduction) {
        this.reduction = reduction;
    }

    /**
     * Returns the loss.
     *
     * @param prediction (N, …)
     * @param target (N, …), shaped like the prediction
     * @throws gradus.tensor.ShapeException if the shapes differ, or a single number is to be averaged over samples
     */
    @Override
    public double forward(Tensor prediction, Tensor target) {
        target.require("MeanSquaredError.forward: target", prediction.shape().toArray());
        Divisor.require("MeanSquaredError.forward: prediction", reduction, prediction);
        difference = prediction.minus(target);
        return difference.square().sum() / Divisor.of(reduction, difference);
    }

    /** Returns dprediction (N, …). */
    @Override
    public Tensor backward() {
        Forward.first("MeanSquaredError.backward", difference);
        return difference.times(2 / Divisor.of(reduction, difference));
    }

    @Override
    public double weight(int samples, Tensor target) {
        return Divisor.weight(reduction, samples);
    }
}
