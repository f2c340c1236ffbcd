package gradus.reference.attention;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.Arrays;

/**
 * Hides the positions behind the end of a sequence, where sequences of different lengths stand in one batch:
 * mask(i, 0, t) = 1 for t &lt; lengthᵢ, else 0, with lengths (N) and the mask (N, 1, n). It is the same for every query, hence the
 * axis of length 1, which stretches to the queries: (N, Q, n).
 *
 * <p>It has no backward: lengths have no gradient, and a hidden position gets none from {@link Attention}. Arguments are not written
 * to, and every mask is new.
 *
 * <p>Source: lecture 11, whose masked attention it uses; the lecture itself pads nothing.
 */
public final class PaddingMask {
    private PaddingMask() {}

    /**
     * Returns (N, 1, n), in row i the value 1 up to the end of sequence i, then 0.
     *
     * @param lengths (N), each from 1 to n
     * @throws IllegalArgumentException if a length is outside, or n is negative
     */
    public static Tensor of(IntTensor lengths, int n) {
        int[] ends = lengths.toArray();
        for (int end : ends) {
            if (end < 1 || end > n) {
                throw new IllegalArgumentException(
                        "PaddingMask.of: lengths: expected numbers from 1 to " + n + " but got " + end + ".");
            }
        }
        Tensor columns = Tensor.of(Arrays.stream(ends).asDoubleStream().toArray());
        return Positions.upTo("PaddingMask.of: n", n).less(columns.reshape(ends.length, 1, 1));
    }
}
