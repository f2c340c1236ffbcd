package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Divides by a running root mean square: s ← β s + (1 - β) ∇²; θ ← θ - α ∇ / (√s + ε), entry by entry, with s = 0 at first.
 *
 * <p>ε is outside the root, and nothing corrects for the start at 0.
 *
 * <p>θ and ∇ have one shape and are not written to; s belongs to this object, which serves one tensor. Errors as {@link
 * Momentum}. With ε = 0, an entry whose gradients have all been 0 becomes NaN.
 *
 * <p>Source: lecture 5; endterm 2022, 8; summer 2021, 4.1.
 */
public final class RmsProp implements Optimizer {
    private final OneTensor one = new OneTensor("RmsProp");
    private final double beta;
    private final double eps;
    private Tensor s = Tensor.zeros();

    /** Makes the rule with the lecture's β = 0.9 and ε = 1e-8. */
    public RmsProp() {
        this(0.9, 1e-8);
    }

    /** @throws IllegalArgumentException if β is not from 0 to below 1, or ε is negative or not finite */
    public RmsProp(double beta, double eps) {
        Require.share("RmsProp: beta", beta);
        Require.atLeastZero("RmsProp: eps", eps);
        this.beta = beta;
        this.eps = eps;
    }

    /** Returns θ - α ∇ / (√s + ε). */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        s = s.times(beta).plus(gradient.square().times(1 - beta));
        return theta.minus(gradient.times(rate).divide(s.sqrt().plus(eps)));
    }
}
