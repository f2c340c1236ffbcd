package gradus.reference.graph;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers as one writes them on a board: four significant digits, and of a large tensor its shape alone. */
final class Numbers {
    private static final int SHOWN = 4;
    private static final MathContext DIGITS = new MathContext(4);

    private Numbers() {}

    static String text(Tensor tensor) {
        if (tensor.rank() == 0) {
            return text(tensor.sum());
        }
        return tensor.size() > SHOWN || tensor.rank() > 1
                ? tensor.shape().toString()
                : Arrays.stream(tensor.toArray()).mapToObj(Numbers::text).collect(Collectors.joining(", ", "[", "]"));
    }

    static String text(IntTensor numbers) {
        return numbers.size() > SHOWN || numbers.rank() != 1
                ? numbers.shape().toString()
                : Arrays.toString(numbers.toArray());
    }

    private static String text(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || Math.abs(Math.log10(Math.abs(number))) < 5;
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
