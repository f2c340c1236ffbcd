package gradus.checks;

import java.math.BigDecimal;
import java.math.MathContext;

/** Shows numbers in messages. */
public final class Numbers {
    private static final MathContext DIGITS = new MathContext(5);

    private Numbers() {}

    /** Five significant digits at most: {@code 0.7312}, {@code -2}, {@code 3.1E-8}, {@code NaN}. */
    public static String show(double value) {
        if (!Double.isFinite(value)) return Double.toString(value);
        if (value == 0) return "0";
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
    }
}
