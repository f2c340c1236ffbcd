package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import java.util.Locale;

/**
 * One number of an answer: its value and, for a decimal, how far from it the true value may lie.
 *
 * <p>A decimal stands for every number that rounds to it, half-way cases by either rule, as long as it shows enough
 * digits to tell: two significant ones or two decimal places, and three digits where it has no decimal point or
 * exponent. Zero, and whatever is written as a fraction or an expression, stands for itself alone.
 *
 * @param half half a unit of the last digit written; 0 for fractions, expressions and zero
 * @param tells whether enough digits are shown
 */
record Entry(double value, double half, boolean tells) {
    private static final double RELATIVE_NOISE = 1e-9, NOISE = 1e-14;

    static Entry exact(double value) {
        return new Entry(value, 0, true);
    }

    /** Takes the digits into account if the expression is a literal, with or without a sign. */
    static Entry of(Expression expression, double value) {
        if (expression instanceof Apply apply && apply.operator().equals("negate")) {
            Entry positive = of(apply.argument(0), -value);
            return new Entry(value, positive.half(), positive.tells());
        }
        return expression instanceof Expression.Numeral number && value != 0
                ? literal(value, number.text().replace(',', '.').toLowerCase(Locale.ROOT))
                : exact(value);
    }

    /** How far from the value written the true one may lie. */
    double margin() {
        return tells ? half : 0;
    }

    /** Whether this would be a rounding of the true value if it showed more digits. */
    boolean isTooCoarseFor(double truth) {
        return !tells && Math.abs(value - truth) <= half * (1 + RELATIVE_NOISE);
    }

    /** Whether the value written stands for this one, give or take {@code slack}. */
    boolean standsFor(double truth, double slack) {
        return Math.abs(value - truth) <= margin() * (1 + RELATIVE_NOISE) + slack + noise(truth);
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
        boolean whole = e < 0 && places == 0;
        boolean tells = whole ? significant >= 3 : significant >= 2 || places - exponent >= 2;
        return new Entry(value, 0.5 * Math.pow(10, (double) exponent - places), tells);
    }
}
