package gradus.reference.penalty;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/**
 * Charges for weights in both ways: R = λ Σ (β θ² + |θ|). It is {@link L1} with λ plus {@link L2} with 2 β λ, for the
 * source prints the square without a half.
 *
 * <p>Gradient: λ (2 β θ + sign(θ)), with sign 0 at the kink, θ = 0.
 *
 * <p>Holds no state; weights are not written to.
 *
 * <p>Source: CS182, regularisation.
 */
public final class ElasticNet implements Objective {
    private final double lambda;
    private final double beta;

    /**
     * Makes the penalty.
     *
     * @param lambda the strength λ
     * @param beta the part β of the square
     * @throws IllegalArgumentException if one of them is negative or not finite
     */
    public ElasticNet(double lambda, double beta) {
        this.lambda = Strength.require("ElasticNet: lambda", lambda);
        this.beta = Strength.require("ElasticNet: beta", beta);
    }

    @Override
    public double value(Tensor theta) {
        return lambda * theta.square().times(beta).plus(theta.abs()).sum();
    }

    @Override
    public Tensor gradient(Tensor theta) {
        return theta.times(2 * beta).plus(theta.sign()).times(lambda);
    }
}
