package gradus.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Marks as people write them. */
public final class Marks {

    private Marks() {}

    /** At most two decimals, and none that are zero: {@code 3}, {@code 0.5}, {@code 2.25}. */
    public static String text(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Whole percent of what was possible, rounded down, so that only full marks are 100. */
    public static int percent(double earned, double possible) {
        return possible > 0 ? (int) Math.floor(100 * earned / possible) : 0;
    }
}
