package gradus.problems.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A number that is to be typed in.
 *
 * @param label names the number: {@code mse}, or of a matrix {@code dW[1][2]}
 * @param key what is right
 * @param tolerance how far from it an answer may lie
 * @param others numbers that earn something, too
 */
record Field(String label, double key, double tolerance, List<Worth> others) {
    /** Another number and the share of the credits that it earns. */
    record Worth(double value, double share) {}

    private static final int DIGITS = 3;

    /** A number with the tolerance of a rounding to three digits; of a count, none. */
    static Field of(String label, double key, boolean exact, List<Worth> others) {
        return new Field(label, key, exact || key == 0 ? 0 : half(key), others);
    }

    private static double half(double key) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(key)));
        return new BigDecimal(5 * Math.pow(10, (double) exponent - DIGITS))
                .round(new MathContext(1))
                .doubleValue();
    }

    /** The shortest decimal that is this very double. */
    static String text(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
