package gradus.problems.kind;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.ExpressionException;
import gradus.problems.formula.Numbers;
import gradus.problems.formula.Wiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operators in the circles of a computational graph, marked by running the graph on random numbers. */
public final class Circles implements Kind {
    private static final Pattern PIECE = Pattern.compile("[^\\s,;]+");
    private static final Map<String, String> OPERATORS = operators();
    private static final int RUNS = 4;

    private final Wiring wiring;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Map<String, String> inputs;
    private final double costs;
    private final List<String> key;

    private record Filled(Circles kind, List<String> operators) implements Reading {
        @Override
        public Verdict verdict(double credits) {
            if (kind.same(operators, kind.key)) {
                return Verdict.right(credits);
            }
            List<String> wrong = kind.wrong(operators);
            return new Verdict(
                    false,
                    Math.max(0, credits - kind.costs * wrong.size()),
                    "Not right: " + String.join(", ", wrong) + ".");
        }

        @Override
        public boolean means(Reading other) {
            return other instanceof Filled filled && operators.equals(filled.operators);
        }
    }

    @JsonCreator
    public Circles(
            @JsonProperty(value = "inputs", required = true) Map<String, String> inputs,
            @JsonProperty(value = "steps", required = true) Map<String, String> steps,
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("costs") @Nullable Double costs) {
        this.wiring = new Wiring(inputs.keySet(), steps);
        this.inputs = new LinkedHashMap<>(inputs);
        this.shown.putAll(steps);
        this.costs = costs == null ? 1 : costs;
        this.key = operators(key);
        if (!same(this.key, this.key)) {
            throw new IllegalArgumentException("expected operators that give finite values but got " + key);
        }
    }

    /** The circles whose operator gives another value than the right one would there. */
    private List<String> wrong(List<String> operators) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            List<String> one = new ArrayList<>(key);
            one.set(i, operators.get(i));
            if (!same(one, key)) {
                wrong.add(wiring.circles().get(i));
            }
        }
        return wrong.isEmpty() ? List.of("the operators together") : wrong;
    }

    private boolean same(List<String> operators, List<String> others) {
        for (int run = 0; run < RUNS; run++) {
            if (!wiring.agrees(operators, others, Numbers.drawn(inputs, run))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Reading read(String given) {
        return new Filled(this, operators(given));
    }

    private List<String> operators(String text) {
        List<String> circles = wiring.circles();
        Map<String, String> found = new LinkedHashMap<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            int equals = piece.group().indexOf('=');
            String circle = equals > 0
                    ? piece.group().substring(0, equals)
                    : found.size() < circles.size() ? circles.get(found.size()) : "";
            String sign = piece.group().substring(equals > 0 ? equals + 1 : 0);
            if (!circles.contains(circle) || !OPERATORS.containsKey(sign) || found.containsKey(circle)) {
                throw new ExpressionException(
                        piece.start() + 1,
                        "expected an operator for each of " + String.join(", ", circles) + " but got '" + piece.group()
                                + "'");
            }
            found.put(circle, Objects.requireNonNull(OPERATORS.get(sign)));
        }
        if (found.size() < circles.size()) {
            throw new ExpressionException(
                    Math.max(1, text.length()), "expected " + circles.size() + " operators but got " + found.size());
        }
        return circles.stream()
                .map(circle -> Objects.requireNonNull(found.get(circle)))
                .toList();
    }

    /** Ways of writing each operator, as a function of a and b. */
    private static Map<String, String> operators() {
        Map<String, String> signs = new LinkedHashMap<>();
        put(signs, "a + b", "+", "plus");
        put(signs, "a - b", "-", "\u2212", "\u2013", "minus");
        put(signs, "a*b", "*", "\u00d7", "\u00b7", "\u22c5", "x", "times", "\u2299");
        put(signs, "a/b", "/", "\u00f7", ":");
        put(signs, "a @ b", "@", "matmul");
        put(signs, "max(a, b)", "max");
        put(signs, "min(a, b)", "min");
        put(signs, "a^2", "^2", "**2", "\u00b2", "square", "x^2", "(.)^2");
        put(signs, "sqrt(a)", "sqrt", "\u221a", "root");
        put(signs, "1/a", "1/", "1/x", "1/\u00b7", "1/.", "inverse", "^-1", "x^-1", "reciprocal");
        put(signs, "-a", "*-1", "*(-1)", "negate", "-x");
        put(signs, "a + 1", "+1");
        List.of("exp", "log", "sum", "mean", "relu", "sigmoid", "tanh", "transpose", "abs")
                .forEach(function -> put(signs, function + "(a)", function));
        return Collections.unmodifiableMap(signs);
    }

    private static void put(Map<String, String> signs, String formula, String... ways) {
        List.of(ways).forEach(way -> signs.put(way, formula));
    }

    @Override
    public String key() {
        return key.stream().map(Circles::sign).collect(Collectors.joining(", "));
    }

    private static String sign(String formula) {
        return OPERATORS.entrySet().stream()
                .filter(way -> way.getValue().equals(formula))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(formula);
    }

    @Override
    public String form() {
        return "an operator for each of " + String.join(", ", wiring.circles()) + ", separated by commas";
    }

    @Override
    public Map<String, String> shown() {
        return shown;
    }
}
