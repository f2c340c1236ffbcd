package gradus.problems;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What values have in common, but for the noise of floating-point arithmetic. */
final class Likeness {
    private static final double NOISE = 1e-10;

    private Likeness() {}

    static boolean isZero(Tensor value) {
        return Arrays.stream(value.toArray()).allMatch(number -> Math.abs(number) < NOISE);
    }

    static boolean same(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        double[] x = a.toArray(), y = b.toArray();
        return IntStream.range(0, x.length)
                .allMatch(i -> Math.abs(x[i] - y[i]) <= NOISE * Math.max(1, Math.max(Math.abs(x[i]), Math.abs(y[i]))));
    }

    /** Whether a matrix is its transpose, or anything reads the same from its end. */
    static boolean isSymmetric(Tensor value) {
        double[] forward = value.toArray(), backward = new double[forward.length];
        for (int i = 0; i < forward.length; i++) {
            backward[i] = forward[forward.length - 1 - i];
        }
        Shape shape = value.shape();
        boolean square = shape.rank() == 2 && shape.dim(0) == shape.dim(1);
        return Arrays.equals(forward, backward) || (square && same(value, value.transpose()));
    }
}
