package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Numeral;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number of an answer: its value and, for a decimal, how far from it the true value may lie.
 *
 * <p>A decimal, also one times a power of ten, stands for every number that rounds to it, half-way cases by either rule,
 * as long as it shows enough digits to tell: two significant ones, and three where it has no decimal point or exponent.
 * Zero, and whatever is written as a fraction or an expression, stands for itself alone.
 *
 * @param half half a unit of the last digit written; 0 for fractions, expressions and zero
 * @param tells whether enough digits are shown
 */
record Entry(double value, double half, boolean tells) {
    private static final Pattern POWER_OF_TEN = Pattern.compile("10\\^(-?\\d{1,3})");
    private static final double RELATIVE_NOISE = 1e-9, NOISE = 1e-14;

    static Entry exact(double value) {
        return new Entry(value, 0, true);
    }

    /** Takes the digits into account if the expression is a decimal, with or without a sign. */
    static Entry of(Expression expression, double value) {
        String digits = value == 0 ? "" : digits(expression);
        return digits.isEmpty() ? exact(value) : literal(value, digits);
    }

    /** The digits of a decimal, without its sign; nothing for other expressions. */
    private static String digits(Expression expression) {
        if (expression instanceof Numeral number) {
            return number.text().replace(',', '.').toLowerCase(Locale.ROOT);
        }
        if (!(expression instanceof Apply apply)) {
            return "";
        }
        return switch (apply.operator()) {
            case "negate" -> digits(apply.argument(0));
            case "*" -> scientific(digits(apply.argument(0)), apply.argument(1));
            default -> "";
        };
    }

    /** {@code 7.75*10^-2} shows the digits of {@code 7.75e-2}. */
    private static String scientific(String mantissa, Expression scale) {
        Matcher power = POWER_OF_TEN.matcher(scale.text());
        return power.matches() && !mantissa.isEmpty() && !mantissa.contains("e") ? mantissa + "e" + power.group(1) : "";
    }

    /** How far from the value written the true one may lie. */
    double margin() {
        return tells ? half : 0;
    }

    /** How far from it the true value may lie, as a share of the value; 0 is exact. */
    double share() {
        return value == 0 ? 0 : margin() / Math.abs(value);
    }

    /** Whether this would be a rounding of the true value if it showed more digits. */
    boolean isTooCoarseFor(double truth) {
        return !tells && Math.abs(value - truth) <= half * (1 + RELATIVE_NOISE);
    }

    /** Whether the value written stands for this one, give or take {@code slack}; a zero is exact, nothing is infinite. */
    boolean standsFor(double truth, double slack) {
        double margin = value == 0 ? 0 : margin() * (1 + RELATIVE_NOISE) + slack;
        return Double.isFinite(truth) && Math.abs(value - truth) <= margin + noise(truth);
    }

    /** What floating-point arithmetic may do to a value. */
    static double noise(double truth) {
        return RELATIVE_NOISE * Math.abs(truth) + NOISE;
    }

    private static Entry literal(double value, String text) {
        int e = text.indexOf('e');
        String mantissa = e < 0 ? text : text.substring(0, e);
        int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
        int point = mantissa.indexOf('.');
        int places = point < 0 ? 0 : mantissa.length() - point - 1;
        int significant = mantissa.replace(".", "").replaceFirst("^0+", "").length();
        boolean tells = significant >= (e < 0 && places == 0 ? 3 : 2);
        return new Entry(value, 0.5 * Math.pow(10, (double) exponent - places), tells);
    }
}
