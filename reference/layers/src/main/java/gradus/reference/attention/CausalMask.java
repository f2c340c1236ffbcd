package gradus.reference.attention;

import gradus.tensor.Tensor;

/**
 * Which positions a position may look at: itself and those before it. Row i of (n, n) has 1 up to column i, then 0.
 *
 * <p>The decoder's input is its output shifted by one, so what it says at i depends on its own words before i alone.
 * Times a {@link PaddingMask} it hides the words that are not there as well.
 *
 * <p>Source: lecture 11, masked multi-head attention; endterm 2022, 9.4.
 */
public final class CausalMask {
    private CausalMask() {}

    /**
     * Returns the mask (n, n) of 0 and 1.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public static Tensor of(int n) {
        Tensor positions = Positions.upTo("CausalMask.of: n", n);
        return positions.expand(1).greaterEqual(positions);
    }
}
