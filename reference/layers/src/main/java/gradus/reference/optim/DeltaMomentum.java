package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Momentum as a change of weights: Δw(n) = η δ x + α Δw(n-1); w ← w + Δw(n), with Δw(0) = 0.
 *
 * <p>Here η is the rate and α the momentum. δ x points downhill: it is -∇, the minus sign is in δ. The steps are those of
 * {@link Momentum} with β = α.
 *
 * <p>θ and ∇ have one shape and are not written to; Δw belongs to this object, which serves one tensor. Errors as {@link
 * Momentum}.
 *
 * <p>Source: CS182, more on backpropagation.
 */
public final class DeltaMomentum implements Optimizer {
    private final OneTensor one = new OneTensor("DeltaMomentum");
    private final double alpha;
    private Tensor change = Tensor.zeros();

    /** @throws IllegalArgumentException if the momentum α is not from 0 to below 1 */
    public DeltaMomentum(double alpha) {
        Require.share("DeltaMomentum: alpha", alpha);
        this.alpha = alpha;
    }

    /** Returns w + Δw. */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        Tensor downhill = gradient.negate();
        change = downhill.times(rate).plus(change.times(alpha));
        return theta.plus(change);
    }
}
