package gradus.reference.attention;

import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/** The places in a sequence, counted from 0. */
final class Positions {
    private Positions() {}

    /** 0, 1, … n - 1; {@code where} begins the message if n is negative. */
    static Tensor upTo(String where, int n) {
        if (n < 0) {
            throw new IllegalArgumentException(where + ": expected 0 or more but got " + n + ".");
        }
        return Tensor.of(IntStream.range(0, n).asDoubleStream().toArray());
    }
}
