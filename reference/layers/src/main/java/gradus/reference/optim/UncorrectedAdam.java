package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * {@link Adam} without its correction: m ← β₁ m + (1 - β₁) ∇; v ← β₂ v + (1 - β₂) ∇²; θ ← θ - α m / (√v + ε), entry by entry.
 *
 * <p>Not the rule to use. m = v = 0 at first, and v is slower to leave it: with the usual β, the first step is √10 times too
 * long.
 *
 * <p>θ and ∇ have one shape and are not written to; m and v belong to this object, which serves one tensor. Errors as {@link
 * Momentum}. With ε = 0, an entry whose gradients have all been 0 becomes NaN.
 *
 * <p>Source: lecture 5.
 */
public final class UncorrectedAdam implements Optimizer {
    private final OneTensor one = new OneTensor("UncorrectedAdam");
    private final Moments moments;
    private final double eps;

    /** @throws IllegalArgumentException if a β is not from 0 to below 1, or ε is negative or not finite */
    public UncorrectedAdam(double beta1, double beta2, double eps) {
        moments = new Moments("UncorrectedAdam", beta1, beta2);
        Require.atLeastZero("UncorrectedAdam: eps", eps);
        this.eps = eps;
    }

    /** Returns θ - α m / (√v + ε). */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        moments.add(gradient);
        return theta.minus(moments.m().times(rate).divide(moments.v().sqrt().plus(eps)));
    }
}
