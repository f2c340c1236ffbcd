package gradus.problems;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers as an examiner writes them: whole ones in full, others with six significant digits at most, no trailing zeros. */
public final class Figures {
    private static final MathContext SIX = new MathContext(6);
    private static final double WHOLE = 1e12;

    private Figures() {}

    /** A number, such as {@code -0.65}, {@code 2} or {@code 2.7776e-11}. */
    public static String of(double value) {
        if (value == 0) {
            return "0";
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9;
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E", "e").replace("e+", "e");
    }

    /** A number or, in brackets, a vector or matrix. */
    public static String of(Tensor value) {
        if (value.rank() == 0) {
            return of(value.sum());
        }
        return IntStream.range(0, value.dim(0))
                .mapToObj(i -> of(value.select(0, i)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A shape in words: {@code a number}, {@code a vector of 3}, {@code a 2 x 3 matrix}. */
    public static String shape(Shape shape) {
        return switch (shape.rank()) {
            case 0 -> "a number";
            case 1 -> "a vector of " + shape.dim(0);
            case 2 -> "a " + shape.dim(0) + " x " + shape.dim(1) + " matrix";
            default -> "a tensor of shape " + shape;
        };
    }
}
