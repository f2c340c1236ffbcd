package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/**
 * {@link Levenberg} with a damping to scale: x ← x - Δ with 2 (Jᵀ J + λ diag(Jᵀ J)) Δ = ∇f, for f = Fᵀ F and ∇f = 2 Jᵀ F.
 *
 * <p>For large λ each entry of the gradient is divided by its own curvature, so the steps do not depend on the units of the entries of x.
 * An entry that no residual depends on has the curvature 0, which no λ mends: the matrix is singular. The factor 2 that the lecture
 * leaves out stands here too.
 *
 * <p>Source: lecture 5.
 */
public final class LevenbergMarquardt implements LeastSquares {
    private final double lambda;
    private final Stopping stopping;

    /** @throws IllegalArgumentException if the first λ is not finite and above 0 */
    public LevenbergMarquardt(double lambda, Stopping stopping) {
        this.lambda = Damped.required("LevenbergMarquardt", lambda);
        this.stopping = stopping;
    }

    /** @throws ArithmeticException also if the damped matrix is singular to working precision */
    @Override
    public Minimum minimize(Residuals residuals, Tensor start) {
        SumOfSquares f = new SumOfSquares(residuals);
        Tensor identity = Tensor.eye(start.size());
        return new Steps("LevenbergMarquardt", f, stopping)
                .from(start, new Damped("LevenbergMarquardt", f, stopping, identity::times, lambda));
    }
}
