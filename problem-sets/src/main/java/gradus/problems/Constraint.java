package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionException;
import gradus.problems.expression.ExpressionParser;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comparison that the numbers of a variant must fulfil: {@code stride < kernel}. */
record Constraint(String text, Expression left, String sign, Expression right) {
    private static final Pattern COMPARISON = Pattern.compile("([^<>=!]+)(<=|>=|!=|=|<|>)([^<>=!]+)");
    private static final double NOISE = 1e-9;

    /** Reads a comparison of two formulas over these names. */
    static Constraint read(String file, Text text, Set<String> names) {
        Matcher parts = COMPARISON.matcher(text.value());
        if (!parts.matches()) {
            throw new ProblemException(
                    file, text, "expected a comparison such as a < b but got '" + text.value() + "'");
        }
        try {
            return new Constraint(
                    text.value(),
                    ExpressionParser.formula(parts.group(1).strip(), names),
                    parts.group(2),
                    ExpressionParser.formula(parts.group(3).strip(), names));
        } catch (ExpressionException e) {
            throw new ProblemException(file, text, text.value() + ": " + e.getMessage());
        }
    }

    /** Both sides, by names that no problem has. */
    Map<String, Expression> formulas() {
        return Map.of("left of " + text, left, "right of " + text, right);
    }

    /** Whether it holds; the workings know the {@link #formulas}. */
    boolean holds(Workings workings) {
        double a = workings.value("left of " + text).sum(),
                b = workings.value("right of " + text).sum();
        double noise = NOISE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        return switch (sign) {
            case "<" -> a < b - noise;
            case ">" -> a > b + noise;
            case "<=" -> a <= b + noise;
            case ">=" -> a >= b - noise;
            case "!=" -> Math.abs(a - b) > noise;
            default -> Math.abs(a - b) <= noise;
        };
    }
}
