package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionParser;
import gradus.problems.formula.Numbers;
import gradus.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that numbers must fulfil.
 *
 * @param credits that it earns by itself
 * @param otherwise what to say where it does not hold
 */
record Rule(String holds, double credits, String otherwise) {
    private static final Pattern COMPARISON = Pattern.compile("([^<>=!]+)(<=|>=|==|=|<|>)([^<>=!]+)");
    private static final double NOISE = 1e-9;

    @JsonCreator
    Rule(
            @JsonProperty(value = "holds", required = true) String holds,
            @JsonProperty("credits") @Nullable Double credits,
            @JsonProperty("otherwise") @Nullable String otherwise) {
        this(holds, credits == null ? 0 : credits, otherwise == null ? "" : otherwise);
        if (!COMPARISON.matcher(holds).matches()) {
            throw new IllegalArgumentException("expected a comparison such as s = 1 but got '" + holds + "'");
        }
    }

    boolean isFulfilled(Map<String, Tensor> values) {
        Matcher comparison = COMPARISON.matcher(holds);
        if (!comparison.matches()) {
            return false;
        }
        double a = value(comparison.group(1), values), b = value(comparison.group(3), values);
        double noise = NOISE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        return switch (comparison.group(2)) {
            case "<" -> a < b - noise;
            case ">" -> a > b + noise;
            case "<=" -> a <= b + noise;
            case ">=" -> a >= b - noise;
            default -> Math.abs(a - b) <= noise;
        };
    }

    private static double value(String text, Map<String, Tensor> values) {
        Expression formula = ExpressionParser.formula(text.strip(), Set.copyOf(values.keySet()));
        return Numbers.value(formula, values).sum();
    }
}
