package gradus.reference.optim;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;

/**
 * Descent with a velocity: v ← β v - α ∇; θ ← θ + v, with v = 0 at first.
 *
 * <p>The rate is inside the velocity: after a change of α the old velocity keeps the old rate, unlike in {@link
 * AccumulatedMomentum}.
 *
 * <p>θ and ∇ have one shape and are not written to; v belongs to this object, which serves one tensor.
 *
 * <p>Source: lecture 5; winter 2022, 5.2.
 */
public final class Momentum implements Optimizer {
    private final OneTensor one = new OneTensor("Momentum");
    private final double beta;
    private Tensor v = Tensor.zeros();

    /** Makes the rule with the lecture's β = 0.9. */
    public Momentum() {
        this(0.9);
    }

    /** @throws IllegalArgumentException if β, the share of the velocity that is kept, is not from 0 to below 1 */
    public Momentum(double beta) {
        Require.share("Momentum: beta", beta);
        this.beta = beta;
    }

    /**
     * Returns θ + v.
     *
     * @throws gradus.tensor.ShapeException if the shapes differ, or are not those of the last step
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    @Override
    public Tensor step(Tensor theta, Tensor gradient, double rate) {
        one.require(theta, gradient, rate);
        v = v.times(beta).minus(gradient.times(rate));
        return theta.plus(v);
    }
}
