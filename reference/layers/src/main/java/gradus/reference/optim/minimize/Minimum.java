package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/**
 * Where a minimisation ended, and why: x, f(x), and after how many steps. Immutable, as long as nobody writes to x. What is not finite never gets
 * here: the minimisation throws an {@link ArithmeticException} first.
 *
 * <p>Source: lecture 3 and lecture 5 stop at a small step or a small gradient.
 *
 * @param x the last point, shaped like the start
 * @param value f(x), finite
 * @param steps how many were taken, 0 or more
 */
public record Minimum(Tensor x, double value, int steps, Ending ending) {
    /** Whether the gradient or the step became small enough; if not, x is only as far as it got. */
    public boolean converged() {
        return ending.converged();
    }
}
