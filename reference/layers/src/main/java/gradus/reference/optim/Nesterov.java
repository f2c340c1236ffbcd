package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Momentum that looks ahead: θ̃ = θ + β v; v ← β v - α ∇L(θ̃); θ ← θ + v, with v = 0 at first.
 *
 * <p>The gradient given to {@link #step} is the one at {@link #lookAhead}, not at θ: with the one at θ this is {@link Momentum}.
 *
 * <p>θ and ∇ have one shape and are not written to; v belongs to this object, which serves one tensor. Errors as {@link
 * Momentum}.
 *
 * <p>Source: lecture 5; winter 2022, 5.3.
 */
public final class Nesterov implements Optimizer {
    private final OneTensor one = new OneTensor("Nesterov");
    private final double beta;
    private Tensor v = Tensor.zeros();

    /** @throws IllegalArgumentException if β is not from 0 to below 1 */
    public Nesterov(double beta) {
        Require.share("Nesterov: beta", beta);
        this.beta = beta;
    }

    /** Returns θ̃ = θ + β v, and changes nothing. */
    @Override
    public Tensor lookAhead(Tensor theta) {
        return theta.plus(v.times(beta));
    }

    /** Returns θ + v, for the θ from which {@link #lookAhead} looked. */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        v = v.times(beta).minus(gradient.times(rate));
        return theta.plus(v);
    }
}
