package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;
import java.util.Optional;

/**
 * Newton's method with 2 Jᵀ J for the Hessian: x ← x - (2 Jᵀ J)⁻¹ ∇f, for f = Fᵀ F and ∇f = 2 Jᵀ F. Solves 2 Jᵀ J Δ = ∇f; nothing is
 * inverted.
 *
 * <p>One step solves a problem whose residuals are linear. Where the columns of J depend on each other, it has no step.
 *
 * <p>Source: lecture 5.
 */
public final class GaussNewton implements LeastSquares {
    private final Stopping stopping;

    public GaussNewton(Stopping stopping) {
        this.stopping = stopping;
    }

    /** @throws ArithmeticException also if Jᵀ J is singular to working precision */
    @Override
    public Minimum minimize(Residuals residuals, Tensor start) {
        SumOfSquares f = new SumOfSquares(residuals);
        LinearStep step = new LinearStep("GaussNewton", "matrix 2 JᵀJ");
        return new Steps("GaussNewton", f, stopping)
                .from(
                        start,
                        (x, g) -> Optional.of(
                                x.minus(step.solve(f.halfCurvature(x).times(2), g))));
    }
}
