package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/**
 * Gauss-Newton, damped: x ← x - Δ with 2 (Jᵀ J + λ I) Δ = ∇f, for f = Fᵀ F and ∇f = 2 Jᵀ F. Raises λ until f decreases, tenfold each time,
 * and lowers it tenfold after each step.
 *
 * <p>For small λ this is a step of {@link GaussNewton}, for large λ one of gradient descent with the rate 1 / 2λ. The lecture prints
 * the equation without the factor 2, with the same ∇f: as λ goes to 0 that gives twice the Gauss-Newton step, which overshoots, so here the
 * 2 stands.
 *
 * <p>Source: lecture 5.
 */
public final class Levenberg implements LeastSquares {
    private final double lambda;
    private final Stopping stopping;

    /** @throws IllegalArgumentException if the first λ is not finite and above 0 */
    public Levenberg(double lambda, Stopping stopping) {
        this.lambda = Damped.required("Levenberg", lambda);
        this.stopping = stopping;
    }

    @Override
    public Minimum minimize(Residuals residuals, Tensor start) {
        SumOfSquares f = new SumOfSquares(residuals);
        Tensor identity = Tensor.eye(start.size());
        return new Steps("Levenberg", f, stopping)
                .from(start, new Damped("Levenberg", f, stopping, a -> identity, lambda));
    }
}
