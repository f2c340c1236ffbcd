package gradus.problems;

import static gradus.problems.expression.Expression.apply;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Operators;
import java.util.stream.Stream;

/** Signs, forgotten terms, factors and functions, and exchanged operators. */
final class ArithmeticSlips implements StepRule {
    @Override
    public Stream<Change> changes(Expression part) {
        if (!(part instanceof Apply apply)) {
            return Stream.of();
        }
        return switch (apply.operator()) {
            case "+", "-" -> sum(apply);
            case "*" -> product(apply);
            case "/" -> quotient(apply);
            case "^" -> power(apply);
            case "@" -> matrixProduct(apply);
            case "log", "ln" ->
                Stream.of(
                        new Change("log-base", "the logarithm is taken to base 10", apply("log10", apply.argument(0))),
                        new Change("log-base", "the logarithm is taken to base 2", apply("log2", apply.argument(0))));
            case "sum" ->
                Stream.of(new Change(
                        "mean-for-sum", "the mean is taken instead of the sum", apply("mean", apply.argument(0))));
            case "mean" ->
                Stream.of(new Change(
                        "sum-for-mean", "the sum is taken instead of the mean", apply("sum", apply.argument(0))));
            default -> forgotten(apply);
        };
    }

    private static Stream<Change> sum(Apply sum) {
        Expression a = sum.argument(0), b = sum.argument(1);
        boolean plus = sum.operator().equals("+");
        String turned = (plus ? "subtracted" : "added") + " instead of " + (plus ? "added" : "subtracted");
        Stream<Change> right = Stream.of(
                new Change("sign", b.text() + " is " + turned, apply(plus ? "-" : "+", a, b)),
                new Change("missing-term", "the term " + b.text() + " is missing", a));
        return isSum(a)
                ? right
                : Stream.concat(
                        right,
                        Stream.of(
                                new Change(
                                        "sign",
                                        a.text() + " enters with the wrong sign",
                                        apply(sum.operator(), apply("negate", a), b)),
                                new Change(
                                        "missing-term",
                                        "the term " + a.text() + " is missing",
                                        plus ? b : apply("negate", b))));
    }

    private static boolean isSum(Expression part) {
        return part instanceof Apply apply
                && (apply.operator().equals("+") || apply.operator().equals("-"));
    }

    private static Stream<Change> product(Apply product) {
        Expression a = product.argument(0), b = product.argument(1);
        Change right = new Change("missing-factor", "the factor " + b.text() + " is missing", a);
        boolean chain = a instanceof Apply apply && apply.operator().equals("*");
        return chain
                ? Stream.of(right)
                : Stream.of(right, new Change("missing-factor", "the factor " + a.text() + " is missing", b));
    }

    private static Stream<Change> quotient(Apply quotient) {
        Expression a = quotient.argument(0), b = quotient.argument(1);
        return Stream.of(
                new Change("missing-division", "the division by " + b.text() + " is missing", a),
                new Change("inverted", b.text() + " multiplies instead of dividing", apply("*", a, b)),
                new Change(
                        "inverted",
                        a.text() + " and " + b.text() + " are exchanged in the fraction",
                        apply("/", b, a)));
    }

    private static Stream<Change> power(Apply power) {
        Expression base = power.argument(0);
        Expression half = apply("/", power, Expression.Numeral.of(2));
        return Stream.of(
                new Change("missing-power", "the power of " + base.text() + " is missing", base),
                new Change(
                        "doubled-for-squared",
                        base.text() + " is doubled instead of squared",
                        apply("*", Expression.Numeral.of(2), base)),
                new Change(
                        "derivative-of-square",
                        "the factor 2 of the derivative of " + power.text() + " is missing",
                        Backward.of(power, half)));
    }

    private static Stream<Change> matrixProduct(Apply product) {
        Expression a = product.argument(0), b = product.argument(1);
        return Stream.of(
                new Change(
                        "product-order",
                        a.text() + " and " + b.text() + " are multiplied in the other order",
                        apply("@", b, a)),
                new Change("transposed", b.text() + " is transposed", apply("@", a, apply("transpose", b))),
                new Change("transposed", a.text() + " is transposed", apply("@", apply("transpose", a), b)));
    }

    private static Stream<Change> forgotten(Apply apply) {
        String operator = apply.operator();
        if (!Operators.isUnary(operator) || Operators.isActivation(operator)) {
            return Stream.of();
        }
        String what = operator.equals("negate") ? "the minus sign" : operator;
        return Stream.of(new Change(
                "missing-" + operator, what + " of " + apply.argument(0).text() + " is missing", apply.argument(0)));
    }
}
