package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Plain descent: θ ← θ - α ∇.
 *
 * <p>Whether ∇ comes from all samples, from a mini-batch or from one is the caller's choice: the step is the same.
 *
 * <p>θ and ∇ have one shape and are not written to; nothing is remembered but that shape. Errors as {@link Momentum}.
 *
 * <p>Source: lecture 3; lecture 5; winter 2022, 5.6.
 */
public final class GradientDescent implements Optimizer {
    private final OneTensor one = new OneTensor("GradientDescent");

    /** Returns θ - α ∇. */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        return theta.minus(gradient.times(rate));
    }
}
