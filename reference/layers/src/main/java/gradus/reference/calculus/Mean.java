package gradus.reference.calculus;

import gradus.tensor.Tensor;

/**
 * The mean to the last digit, x̄ = m + mean(x - m) with m = mean(x): a sum of many numbers is rounded, so that m of equal numbers may miss them
 * by a digit, and their deviation would not be 0.
 *
 * <p>Source: lecture 8 takes means off; the second pass is common numerical practice.
 */
public final class Mean {
    private Mean() {}

    /** The mean along axes, which stay with length 1; of equal numbers, just that number. Reads its argument only. */
    public static Tensor keep(Tensor x, int... axes) {
        Tensor rounded = x.meanKeep(axes);
        return rounded.plus(x.minus(rounded).meanKeep(axes));
    }
}
