package gradus.problems;

import static gradus.problems.expression.Expression.apply;

import gradus.problems.expression.Expression;

/** Formulas that are right forward and differ only when differentiated. */
final class Backward {
    private Backward() {}

    /** The value of one formula with the derivative of another: b + detach(a - b). */
    static Expression of(Expression value, Expression derivative) {
        return apply("+", derivative, apply("detach", apply("-", value, derivative)));
    }
}
