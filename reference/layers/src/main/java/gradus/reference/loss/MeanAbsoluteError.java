package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * The absolute error, L1: L = Σ |prediction - target| / k, over tensors of one shape, the samples along axis 0.
 *
 * <p>The reduction says what k is, as in {@link MeanSquaredError}. Of all constants the median costs least, and a far
 * outlier moves it no further than a near one.
 *
 * <p>Backward: dprediction = sign(prediction - target) / k, and 0 at the kink, where they are equal.
 *
 * <p>Arguments are not written to. The means over an empty batch are NaN.
 *
 * <p>Source: lectures 3 and 7; the summary's losses in code.
 */
public final class MeanAbsoluteError implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor difference; // (N, …)

    /** Makes the loss with the given reduction; the course's usual one is {@link Reduction#MEAN_BATCH}. */
    public MeanAbsoluteError(Reduction reduction) {
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
        target.require("MeanAbsoluteError.forward: target", prediction.shape().toArray());
        Divisor.require("MeanAbsoluteError.forward: prediction", reduction, prediction);
        difference = prediction.minus(target);
        return difference.abs().sum() / Divisor.of(reduction, difference);
    }

    /** Returns dprediction (N, …). */
    @Override
    public Tensor backward() {
        Forward.first("MeanAbsoluteError.backward", difference);
        return difference.sign().divide(Divisor.of(reduction, difference));
    }

    @Override
    public double weight(int samples, Tensor target) {
        return Divisor.weight(reduction, samples);
    }
}
