package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * {@link Adam} with a decay of its own: θ ← θ - α λ θ - α m̂ / (√v̂ + ε).
 *
 * <p>The decay does not enter the moments, so every weight shrinks by the same share. A penalty would: there the decay is divided by √v̂
 * like any gradient, and weights with large gradients hardly shrink.
 *
 * <p>θ and ∇ have one shape and are not written to; m, v and k belong to this object, which serves one tensor. Errors as {@link
 * Momentum}. With ε = 0, an entry whose gradients have all been 0 becomes NaN.
 *
 * <p>Source: Loshchilov and Hutter 2019, cited in lecture 8.
 */
public final class AdamW implements Optimizer {
    private final OneTensor one = new OneTensor("AdamW");
    private final Moments moments;
    private final double eps;
    private final double decay;

    /** @throws IllegalArgumentException if a β is not from 0 to below 1, or ε or the decay λ is negative or not finite */
    public AdamW(double beta1, double beta2, double eps, double decay) {
        moments = new Moments("AdamW", beta1, beta2);
        Require.atLeastZero("AdamW: eps", eps);
        Require.atLeastZero("AdamW: decay", decay);
        this.eps = eps;
        this.decay = decay;
    }

    /** Returns (1 - α λ) θ - α m̂ / (√v̂ + ε). */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        moments.add(gradient);
        Tensor root = moments.correctedV().sqrt();
        return theta.times(1 - rate * decay)
                .minus(moments.correctedM().times(rate).divide(root.plus(eps)));
    }
}
