package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/**
 * Binary cross-entropy of p = sigmoid(s), from the logits s in one step: L = Σ (max(s, 0) - s y + ln(1 + exp(-|s|))) / k,
 * with the target y from 0 (no) to 1 (yes), tensors of one shape, the samples along axis 0.
 *
 * <p>It is -y ln p - (1 - y) ln(1 - p), written so that no exponential can overflow and no logarithm sees a 0. The
 * reduction says what k is, as in {@link MeanSquaredError}.
 *
 * <p>Backward: ds = (p - y) / k.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The means over an empty batch are
 * NaN.
 *
 * <p>Source: lecture 4; the summary's derivation of the gradients.
 */
public final class SigmoidCrossEntropy implements Loss<Tensor> {
    private final Reduction reduction;

    @Cached
    private Tensor s; // (N, …)

    @Cached
    private Tensor y; // (N, …)

    /** Makes the loss with the given reduction; the course's usual one is {@link Reduction#MEAN_BATCH}. */
    public SigmoidCrossEntropy(Reduction reduction) {
        this.reduction = reduction;
    }

    /**
     * Returns the loss in nats, never negative.
     *
     * @param s logits, (N, …)
     * @param y targets from 0 to 1, (N, …), shaped like s
     * @throws gradus.tensor.ShapeException if the shapes differ, or a single number is to be averaged over samples
     * @throws IllegalArgumentException if a target is no probability
     */
    @Override
    public double forward(Tensor s, Tensor y) {
        y.require("SigmoidCrossEntropy.forward: y", s.shape().toArray());
        Divisor.require("SigmoidCrossEntropy.forward: s", reduction, s);
        Probabilities.require("SigmoidCrossEntropy.forward: y", y);
        this.s = s;
        this.y = y;
        Tensor tail = s.abs().negate().exp().log1p();
        return s.maximum(0).minus(s.times(y)).plus(tail).sum() / Divisor.of(reduction, s);
    }

    /** Returns ds (N, …). */
    @Override
    public Tensor backward() {
        Forward.first("SigmoidCrossEntropy.backward", y);
        Tensor p = s.negate().exp().plus(1).reciprocal();
        return p.minus(y).divide(Divisor.of(reduction, s));
    }

    @Override
    public double weight(int samples, Tensor target) {
        return Divisor.weight(reduction, samples);
    }
}
