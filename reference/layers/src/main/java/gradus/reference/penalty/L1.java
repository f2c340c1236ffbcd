package gradus.reference.penalty;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/**
 * Charges for the size of weights: R = λ Σ |θ|. Every weight is pulled to 0 equally hard however small it is, so many
 * become 0: the solution is sparse.
 *
 * <p>Gradient: λ sign(θ), and 0 at the kink, θ = 0.
 *
 * <p>Holds no state; weights are not written to.
 *
 * <p>Source: lectures 3 and 7; CS182, regularisation.
 */
public final class L1 implements Objective {
    private final double lambda;

    /**
     * Makes the penalty.
     *
     * @param lambda the strength λ
     * @throws IllegalArgumentException if {@code lambda} is negative or not finite
     */
    public L1(double lambda) {
        this.lambda = Strength.require("L1: lambda", lambda);
    }

    @Override
    public double value(Tensor theta) {
        return lambda * theta.abs().sum();
    }

    @Override
    public Tensor gradient(Tensor theta) {
        return theta.sign().times(lambda);
    }
}
