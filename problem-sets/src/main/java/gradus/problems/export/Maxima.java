package gradus.problems.export;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Operators;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Formulas over numbers in the language of Maxima. */
final class Maxima {
    /** What Maxima has no function for. */
    static final List<String> FUNCTIONS = List.of(
            "g_greater(a,b):=if is(a>b) then 1 else 0",
            "g_relu(x):=if is(x>0) then x else 0",
            "g_leaky(x,s):=if is(x>0) then x else s*x",
            "g_sigmoid(x):=1/(1+exp(-x))",
            "g_near(a,b,t):=is(float(abs(a-b))<=t)");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("exp", "exp"),
            Map.entry("log", "log"),
            Map.entry("ln", "log"),
            Map.entry("sqrt", "sqrt"),
            Map.entry("abs", "abs"),
            Map.entry("norm", "abs"),
            Map.entry("floor", "floor"),
            Map.entry("ceil", "ceiling"),
            Map.entry("relu", "g_relu"),
            Map.entry("leaky", "g_leaky"),
            Map.entry("sigmoid", "g_sigmoid"),
            Map.entry(Derivation.GREATER, "g_greater"),
            Map.entry("tanh", "tanh"),
            Map.entry("sin", "sin"),
            Map.entry("cos", "cos"),
            Map.entry("max", "max"),
            Map.entry("min", "min"));

    private Maxima() {}

    /** The variable that stands for a quantity as the student computes with it. */
    static String name(String quantity) {
        StringBuilder plain = new StringBuilder("p_");
        quantity.codePoints()
                .forEach(c -> plain.append(c < 128 ? Character.toString(c) : "u" + Integer.toHexString(c)));
        return plain.toString();
    }

    /** A formula, with as many brackets as it likes. */
    static String text(Expression formula) {
        if (formula instanceof Numeral number) {
            return number.value() < 0 ? "(" + Field.text(number.value()) + ")" : Field.text(number.value());
        }
        if (formula instanceof Name name) {
            return Operators.isConstant(name.name()) ? "%" + name.name() : variable(name.name());
        }
        if (!(formula instanceof Apply apply)) {
            throw new UnsupportedOperationException("lists");
        }
        String first = text(apply.argument(0));
        return switch (apply.operator()) {
            case "+", "-", "*", "/", "^" -> "(" + first + apply.operator() + text(apply.argument(1)) + ")";
            case "negate" -> "(-" + first + ")";
            case "square" -> "(" + first + "^2)";
            case "log10" -> "(log(" + first + ")/log(10))";
            case "log2" -> "(log(" + first + ")/log(2))";
            case "sum", "mean", "detach" -> first;
            default -> function(apply);
        };
    }

    /** Names that begin with # are variables already. */
    private static String variable(String name) {
        return name.startsWith("#") ? name.substring(1) : name(name);
    }

    private static String function(Apply apply) {
        String name = NAMES.get(apply.operator());
        if (name == null) {
            throw new UnsupportedOperationException(apply.operator());
        }
        return apply.arguments().stream().map(Maxima::text).collect(Collectors.joining(",", name + "(", ")"));
    }

    /** A text in quotes. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ') + "\"";
    }
}
