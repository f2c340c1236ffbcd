package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * Squared near, absolute far: L = Σ h(prediction - target) / k, with h(r) = r²/2 where |r| ≤ δ, else δ (|r| - δ/2),
 * over tensors of one shape, the samples along axis 0.
 *
 * <p>With c the difference clipped to [-δ, δ], both cases are one: h(r) = c (r - c/2). The reduction says what k is, as
 * in {@link MeanSquaredError}.
 *
 * <p>Backward: dprediction = c / k. It has no jump; at |r| = δ it only bends.
 *
 * <p>Arguments are not written to. The means over an empty batch are NaN.
 *
 * <p>Source: Huber (1964), Robust estimation of a location parameter.
 */
public final class Huber implements Loss<Tensor> {
    private final double delta;
    private final Reduction reduction;

    @Cached
    private Tensor clipped; // (N, …)

    /**
     * Makes the loss.
     *
     * @param delta up to which difference the loss is squared
     * @throws IllegalArgumentException if {@code delta} is not above 0
     */
    public Huber(double delta, Reduction reduction) {
        if (!(delta > 0)) {
            throw new IllegalArgumentException("Huber: delta: expected a number above 0 but got " + delta + ".");
        }
        this.delta = delta;
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
        target.require("Huber.forward: target", prediction.shape().toArray());
        Divisor.require("Huber.forward: prediction", reduction, prediction);
        Tensor difference = prediction.minus(target);
        clipped = difference.clip(-delta, delta);
        return clipped.dot(difference.minus(clipped.divide(2))) / Divisor.of(reduction, clipped);
    }

    /** Returns dprediction (N, …). */
    @Override
    public Tensor backward() {
        Forward.first("Huber.backward", clipped);
        return clipped.divide(Divisor.of(reduction, clipped));
    }

    @Override
    public double weight(int samples, Tensor target) {
        return Divisor.weight(reduction, samples);
    }
}
