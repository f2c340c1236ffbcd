package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Newton's method: x ← x - H⁻¹ ∇f(x), both taken at the old x, without a learning rate. Solves H Δ = ∇f; H is not inverted.
 *
 * <p>One step solves a problem with a quadratic f, such as linear regression. Elsewhere it goes to where the gradient is 0: a minimum if H is
 * positive definite on the way, else perhaps a saddle or a maximum. Where H is singular, as for every linear f, it has no step.
 *
 * <p>H has n² entries, and a step takes O(n³).
 *
 * <p>Source: lecture 5; winter 2022, 5.9; endterm 2022, 8.7.
 */
public final class Newton implements Minimizer {
    private final @Nullable Hessian hessian;
    private final Stopping stopping;

    /** Makes the method with the Hessian by differences of the gradient. */
    public Newton(Stopping stopping) {
        this.hessian = null;
        this.stopping = stopping;
    }

    /** Makes the method with the Hessian of the function that will be given. */
    public Newton(Hessian hessian, Stopping stopping) {
        this.hessian = hessian;
        this.stopping = stopping;
    }

    /** @throws ArithmeticException also if the Hessian is singular to working precision */
    @Override
    public Minimum minimize(Objective f, Tensor start) {
        Hessian h = hessian == null ? new DifferenceHessian(f) : hessian;
        LinearStep step = new LinearStep("Newton", "Hessian");
        return new Steps("Newton", f, stopping).from(start, (x, g) -> Optional.of(x.minus(step.solve(h.at(x), g))));
    }
}
