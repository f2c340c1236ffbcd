package gradus.reference.penalty;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/**
 * Charges for the squared size of weights: R = ½ λ Σ θ². Large weights pay most, so the weights share the work.
 *
 * <p>Gradient: λ θ. Added to the gradient of the data's loss this is weight decay in its coupled form: a step of gradient
 * descent at rate α first shrinks θ by the factor 1 - α λ. Decay apart from the gradient is the optimizer's (AdamW). The
 * lectures also write λ Σ θ², which is this with 2 λ.
 *
 * <p>Holds no state; weights are not written to.
 *
 * <p>Source: lectures 3, 4 and 7; CS182, regularisation; winter 2022, weight decay.
 */
public final class L2 implements Objective {
    private final double lambda;

    /**
     * Makes the penalty.
     *
     * @param lambda the strength λ
     * @throws IllegalArgumentException if {@code lambda} is negative or not finite
     */
    public L2(double lambda) {
        this.lambda = Strength.require("L2: lambda", lambda);
    }

    @Override
    public double value(Tensor theta) {
        return lambda / 2 * theta.square().sum();
    }

    @Override
    public Tensor gradient(Tensor theta) {
        return theta.times(lambda);
    }
}
