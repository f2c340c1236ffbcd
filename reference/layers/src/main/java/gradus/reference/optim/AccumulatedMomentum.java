package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Descent along accumulated gradients: v ← β v + ∇; θ ← θ - α v, with v = 0 at first.
 *
 * <p>The rate is outside the velocity: a change of α acts on all of it at once. While α is constant, the steps are those of
 * {@link Momentum}. PyTorch's SGD has this form.
 *
 * <p>θ and ∇ have one shape and are not written to; v belongs to this object, which serves one tensor. Errors as {@link
 * Momentum}.
 *
 * <p>Source: lecture 6, recapitulation.
 */
public final class AccumulatedMomentum implements Optimizer {
    private final OneTensor one = new OneTensor("AccumulatedMomentum");
    private final double beta;
    private Tensor v = Tensor.zeros();

    /** @throws IllegalArgumentException if β is not from 0 to below 1 */
    public AccumulatedMomentum(double beta) {
        Require.share("AccumulatedMomentum: beta", beta);
        this.beta = beta;
    }

    /** Returns θ - α v. */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        v = v.times(beta).plus(gradient);
        return theta.minus(v.times(rate));
    }
}
