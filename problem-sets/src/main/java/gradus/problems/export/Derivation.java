package gradus.problems.export;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Numeral;
import gradus.problems.expression.Operators;
import java.util.Optional;
import java.util.stream.IntStream;

/** Derivatives of formulas over numbers, as formulas; at kinks by the same conventions as the graph. */
final class Derivation {
    private static final Expression ONE = Numeral.of(1), TWO = Numeral.of(2), TEN = Numeral.of(10);
    /** 1 where the first argument is greater than the second, otherwise 0. */
    static final String GREATER = "greater";

    private Derivation() {}

    /** The derivative for a name; nothing where it is 0. */
    static Optional<Expression> of(Expression formula, String name) {
        if (formula instanceof Name own) {
            return own.name().equals(name) ? Optional.of(ONE) : Optional.empty();
        }
        if (!(formula instanceof Apply apply)) {
            return Optional.empty();
        }
        if (Operators.isGradient(formula)) {
            throw new UnsupportedOperationException("a gradient of a gradient");
        }
        return IntStream.range(0, apply.arguments().size())
                .mapToObj(i -> of(apply.argument(i), name)
                        .flatMap(inner -> slope(apply, i).map(outer -> times(outer, inner))))
                .flatMap(Optional::stream)
                .reduce((a, b) -> Expression.apply("+", a, b));
    }

    static Expression times(Expression a, Expression b) {
        return a.equals(ONE) ? b : b.equals(ONE) ? a : Expression.apply("*", a, b);
    }

    /** The derivative of an operator for one of its arguments. */
    private static Optional<Expression> slope(Apply f, int place) {
        Expression x = f.argument(0);
        Expression y = f.arguments().size() > 1 ? f.argument(1) : ONE;
        return switch (f.operator()) {
            case "+", "sum", "mean" -> Optional.of(ONE);
            case "-" -> Optional.of(place == 0 ? ONE : Numeral.of(-1));
            case "negate" -> Optional.of(Numeral.of(-1));
            case "*" -> Optional.of(place == 0 ? y : x);
            case "/" ->
                Optional.of(
                        place == 0 ? over(ONE, y) : Expression.apply("negate", over(x, Expression.apply("^", y, TWO))));
            case "^" -> Optional.of(place == 0 ? power(x, y) : times(f, Expression.apply("log", x)));
            case "square" -> Optional.of(times(TWO, x));
            case "exp" -> Optional.of(f);
            case "log", "ln" -> Optional.of(over(ONE, x));
            case "log10" -> Optional.of(over(ONE, times(x, Expression.apply("log", TEN))));
            case "log2" -> Optional.of(over(ONE, times(x, Expression.apply("log", TWO))));
            case "sqrt" -> Optional.of(over(ONE, times(TWO, f)));
            case "abs" -> Optional.of(difference(greater(x, Numeral.of(0)), greater(Numeral.of(0), x)));
            case "sin" -> Optional.of(Expression.apply("cos", x));
            case "cos" -> Optional.of(Expression.apply("negate", Expression.apply("sin", x)));
            case "relu" -> Optional.of(greater(x, Numeral.of(0)));
            case "leaky" -> Optional.of(leaky(x, y, place));
            case "sigmoid" -> Optional.of(times(f, difference(ONE, f)));
            case "tanh" -> Optional.of(difference(ONE, Expression.apply("^", f, TWO)));
            case "floor", "ceil", "detach" -> Optional.empty();
            default -> throw new UnsupportedOperationException(f.operator());
        };
    }

    private static Expression leaky(Expression x, Expression slope, int place) {
        Expression above = greater(x, Numeral.of(0)), below = difference(ONE, above);
        return place == 0 ? Expression.apply("+", above, times(below, slope)) : times(below, x);
    }

    private static Expression power(Expression x, Expression y) {
        return times(y, Expression.apply("^", x, difference(y, ONE)));
    }

    private static Expression greater(Expression a, Expression b) {
        return Expression.apply(GREATER, a, b);
    }

    private static Expression difference(Expression a, Expression b) {
        return Expression.apply("-", a, b);
    }

    private static Expression over(Expression a, Expression b) {
        return Expression.apply("/", a, b);
    }
}
