package gradus.problems.expression;

import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Expression.Sequence;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a formula back as text. */
final class Printer {
    private static final int SUM = 1, PRODUCT = 2, SIGN = 3, POWER = 4, ATOM = 5;
    private static final Map<String, Integer> STRENGTH =
            Map.of("+", SUM, "-", SUM, "*", PRODUCT, "/", PRODUCT, "@", PRODUCT, "negate", SIGN, "^", POWER);

    private Printer() {}

    static String print(Expression expression) {
        if (expression instanceof Numeral number) {
            return number.text();
        }
        if (expression instanceof Name name) {
            return name.name();
        }
        if (expression instanceof Sequence sequence) {
            return sequence.entries().stream().map(Printer::print).collect(Collectors.joining(", ", "[", "]"));
        }
        return print((Apply) expression);
    }

    private static String print(Apply apply) {
        int strength = strength(apply);
        return switch (apply.operator()) {
            case "+", "-" -> left(apply, strength) + " " + apply.operator() + " " + right(apply, strength + 1);
            case "*", "/", "@" -> left(apply, strength) + apply.operator() + right(apply, strength + 1);
            case "^" -> within(apply.argument(0), strength + 1) + "^" + within(apply.argument(1), SIGN);
            case "negate" -> "-" + within(apply.argument(0), strength);
            default ->
                apply.arguments().stream()
                        .map(Printer::print)
                        .collect(Collectors.joining(", ", apply.operator() + "(", ")"));
        };
    }

    private static String left(Apply apply, int least) {
        return within(apply.argument(0), least);
    }

    private static String right(Apply apply, int least) {
        return within(apply.argument(1), least);
    }

    private static String within(Expression part, int least) {
        return strength(part) < least ? "(" + print(part) + ")" : print(part);
    }

    private static int strength(Expression part) {
        return part instanceof Apply apply ? STRENGTH.getOrDefault(apply.operator(), ATOM) : ATOM;
    }
}
