package gradus.problems;

import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** How many digits numbers have on paper. */
final class Digits {
    /** What {@link #of(Tensor)} says of a number that no few digits are. */
    static final int ENDLESS = 10;

    private static final MathContext PRECISION = new MathContext(12);

    private Digits() {}

    /** The significant digits of the longest number, without zeros at the end; at most {@link #ENDLESS}. */
    static int of(Tensor value) {
        return Arrays.stream(value.toArray()).mapToInt(Digits::of).max().orElse(0);
    }

    private static int of(double value) {
        if (!Double.isFinite(value)) {
            return ENDLESS;
        }
        if (Math.abs(value) < 1e-12) {
            return 1;
        }
        return Math.min(
                ENDLESS,
                new BigDecimal(value).round(PRECISION).stripTrailingZeros().precision());
    }

    /** The value rounded to a few significant digits, as somebody writes it who does not write them all. */
    private static Entry rounded(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return Entry.exact(value);
        }
        BigDecimal written =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        int places = Math.max(0, written.scale());
        boolean tells = written.precision() >= (places == 0 ? 3 : 2);
        return new Entry(written.doubleValue(), 0.5 * Math.pow(10, -places), tells);
    }

    /** All numbers rounded to a few significant digits. */
    static Written rounded(Tensor value, int digits) {
        return new Written(
                value.shape(),
                Arrays.stream(value.toArray())
                        .mapToObj(entry -> rounded(entry, digits))
                        .toList());
    }
}
