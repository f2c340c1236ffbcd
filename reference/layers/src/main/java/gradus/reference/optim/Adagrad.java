package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Divides by the root of all squared gradients so far: s ← s + ∇²; θ ← θ - α ∇ / (√s + ε), entry by entry, with s = 0 at first.
 *
 * <p>The sum only grows, so the steps only shrink.
 *
 * <p>θ and ∇ have one shape and are not written to; s belongs to this object, which serves one tensor. Errors as {@link
 * Momentum}. With ε = 0, an entry whose gradients have all been 0 becomes NaN.
 *
 * <p>Source: Duchi, Hazan and Singer 2011; named in lecture 5.
 */
public final class Adagrad implements Optimizer {
    private final OneTensor one = new OneTensor("Adagrad");
    private final double eps;
    private Tensor s = Tensor.zeros();

    /** @throws IllegalArgumentException if ε is negative or not finite */
    public Adagrad(double eps) {
        Require.atLeastZero("Adagrad: eps", eps);
        this.eps = eps;
    }

    /** Returns θ - α ∇ / (√s + ε). */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        s = s.plus(gradient.square());
        return theta.minus(gradient.times(rate).divide(s.sqrt().plus(eps)));
    }
}
