package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/**
 * When to stop: ‖Δx‖ ≤ step, or ‖∇f‖ ≤ gradient, or after as many steps as allowed. Euclidean lengths.
 *
 * <p>Source: CS182, optimisation; lecture 5.
 *
 * @param step the longest change that counts as none; 0 leaves only no change at all
 * @param gradient the longest gradient that counts as none
 * @param limit how many steps are allowed
 */
public record Stopping(double step, double gradient, int limit) {
    /** @throws IllegalArgumentException if a number is negative or NaN */
    public Stopping {
        require("step", step >= 0, step);
        require("gradient", gradient >= 0, gradient);
        require("limit", limit >= 0, limit);
    }

    /** One ε for both lengths. */
    public static Stopping within(double epsilon, int limit) {
        return new Stopping(epsilon, epsilon, limit);
    }

    boolean smallStep(Tensor change) {
        return length(change) <= step;
    }

    boolean smallGradient(Tensor g) {
        return length(g) <= gradient;
    }

    private static double length(Tensor t) {
        return Math.sqrt(t.dot(t));
    }

    private static void require(String what, boolean fine, Number number) {
        if (!fine) {
            throw new IllegalArgumentException("Stopping: " + what + ": expected 0 or more but got " + number + ".");
        }
    }
}
