package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Momentum over root mean square, both corrected for their start at 0: m ← β₁ m + (1 - β₁) ∇; v ← β₂ v + (1 - β₂) ∇²; m̂ = m / (1 - β₁ᵏ);
 * v̂ = v / (1 - β₂ᵏ); θ ← θ - α m̂ / (√v̂ + ε), entry by entry.
 *
 * <p>k is 1 in the first step, where m̂ / √v̂ is the sign of ∇. ε is outside the root.
 *
 * <p>θ and ∇ have one shape and are not written to; m, v and k belong to this object, which serves one tensor. Errors as {@link
 * Momentum}. With ε = 0, an entry whose gradients have all been 0 becomes NaN.
 *
 * <p>Source: lecture 5; endterm 2022, 8.5; the lecture's standard choice where nothing else is known.
 */
public final class Adam implements Optimizer {
    private final OneTensor one = new OneTensor("Adam");
    private final Moments moments;
    private final double eps;

    /** Makes the rule with the lecture's β₁ = 0.9, β₂ = 0.999 and ε = 1e-8. */
    public Adam() {
        this(0.9, 0.999, 1e-8);
    }

    /** @throws IllegalArgumentException if a β is not from 0 to below 1, or ε is negative or not finite */
    public Adam(double beta1, double beta2, double eps) {
        moments = new Moments("Adam", beta1, beta2);
        Require.atLeastZero("Adam: eps", eps);
        this.eps = eps;
    }

    /** Returns θ - α m̂ / (√v̂ + ε). */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        moments.add(gradient);
        Tensor root = moments.correctedV().sqrt();
        return theta.minus(moments.correctedM().times(rate).divide(root.plus(eps)));
    }
}
