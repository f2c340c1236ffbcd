package gradus.reference.attention;

import gradus.tensor.Tensor;
import java.util.stream.IntStream;

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
        Tensor positions = positions("CausalMask.of: n", n);
        return positions.expand(1).greaterEqual(positions);
    }

    /** 0, 1, … n - 1; {@code where} begins the message if n is negative. */
    static Tensor positions(String where, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(where + ": expected 0 or more but got " + n + ".");
        }
        return Tensor.of(IntStream.range(0, n).asDoubleStream().toArray());
    }
}
