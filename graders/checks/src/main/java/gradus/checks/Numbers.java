package gradus.checks;

import java.math.BigDecimal;
import java.math.MathContext;

/** Shows numbers in messages. */
public final class Numbers {
    private static final int DIGITS = 5;
    private static final int ALL_DIGITS = 17;

    private Numbers() {}

    /** Five significant digits at most: {@code 0.7312}, {@code -2}, {@code 3.1E-8}, {@code NaN}. */
    public static String show(double value) {
        return show(value, DIGITS);
    }

    /** Both numbers, with as many digits as it takes to tell them apart: {@code expected 0.25 but got 0.5}. */
    public static String contrast(double expected, double actual) {
        int digits = DIGITS;
        while (digits < ALL_DIGITS && show(expected, digits).equals(show(actual, digits))) digits++;
        return "expected %s but got %s".formatted(show(expected, digits), show(actual, digits));
    }

    private static String show(double value, int digits) {
        if (!Double.isFinite(value)) return Double.toString(value);
        if (value == 0) return "0";
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
    }
}
