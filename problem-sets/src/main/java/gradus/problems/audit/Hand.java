package gradus.problems.audit;

import gradus.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a student writes numbers: rounded to so many significant digits, as decimals, with a comma, by powers of ten.
 *
 * @param digits 17 writes all there are
 */
record Hand(int digits, Notation notation) {
    enum Notation {
        POINT,
        COMMA,
        EXPONENT,
        POWER,
        FRACTION,
        SPACED
    }

    static final int ALL = 17;

    static Hand drawn(SplittableRandom random) {
        Notation[] all = Notation.values();
        return new Hand(random.nextInt(4) == 0 ? ALL : 3 + random.nextInt(7), all[random.nextInt(all.length)]);
    }

    Hand finer() {
        return new Hand(Math.min(ALL, digits + 2), notation);
    }

    /** The value that stands on paper. */
    double rounded(double value) {
        boolean exact = value == 0
                || isWhole(value)
                || (notation == Notation.FRACTION && fraction(value).isPresent());
        return exact ? value : decimal(value).doubleValue();
    }

    /** Digits before the point are never left out. */
    private BigDecimal decimal(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.round(new MathContext(Math.max(digits, exact.precision() - exact.scale()), RoundingMode.HALF_UP));
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e12;
    }

    Tensor rounded(Tensor value) {
        return value.map(this::rounded);
    }

    String text(Tensor value) {
        if (value.rank() == 0) {
            return text(value.sum(), notation);
        }
        Notation inside = notation == Notation.COMMA ? Notation.POINT : notation;
        List<String> rows = IntStream.range(0, value.dim(0))
                .mapToObj(i -> new Hand(digits, inside).text(value.select(0, i)))
                .toList();
        boolean round = value.rank() == 1 && notation == Notation.FRACTION && rows.size() > 1;
        return rows.stream().collect(Collectors.joining(", ", round ? "(" : "[", round ? ")" : "]"));
    }

    private String text(double value, Notation how) {
        if (value == 0) {
            return "0";
        }
        if (isWhole(value)) {
            return BigDecimal.valueOf((long) value).toPlainString();
        }
        BigDecimal decimal = decimal(value);
        return switch (how) {
            case POINT, SPACED -> plain(decimal);
            case COMMA -> plain(decimal).replace('.', ',');
            case EXPONENT -> scientific(decimal, "e");
            case POWER -> scientific(decimal, "*10^");
            case FRACTION -> fraction(value).orElseGet(() -> plain(decimal));
        };
    }

    private static String plain(BigDecimal decimal) {
        return decimal.toPlainString();
    }

    private static String scientific(BigDecimal decimal, String sign) {
        int exponent = decimal.precision() - decimal.scale() - 1;
        return decimal.movePointLeft(exponent).toPlainString() + sign + exponent;
    }

    private static Optional<String> fraction(double value) {
        for (int below = 2; below <= 64; below++) {
            double above = value * below;
            if (Math.abs(above - Math.rint(above)) < 1e-13 * Math.max(1, Math.abs(above)) && Math.abs(above) < 1e6) {
                return Optional.of(String.format(Locale.ROOT, "%d/%d", Math.round(above), below));
            }
        }
        return Optional.empty();
    }
}
