package gradus.problems;

import static gradus.problems.expression.Expression.apply;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import java.util.ArrayList;
import java.util.List;

/** The terms that are added and subtracted at one place of a formula; what is no sum has one term. */
record Sum(Expression place, List<Sum.Term> terms) {
    /** One summand, and whether it is subtracted. */
    record Term(Expression part, boolean minus) {}

    static Sum of(Expression formula) {
        List<Term> terms = new ArrayList<>();
        collect(formula, false, terms);
        return new Sum(formula, List.copyOf(terms));
    }

    /** The sums of at least two terms that have no such sum inside. */
    static List<Sum> innermost(Expression formula) {
        Sum sum = of(formula);
        List<Sum> inner = sum.terms().stream()
                .flatMap(term -> term.part().children().stream())
                .flatMap(part -> innermost(part).stream())
                .toList();
        return inner.isEmpty() && sum.terms().size() > 1 ? List.of(sum) : inner;
    }

    /** The sum of only some of the terms; of none, zero. */
    Expression of(List<Term> some) {
        return some.stream()
                .map(term -> term.minus() ? apply("negate", term.part()) : term.part())
                .reduce((a, b) -> apply("+", a, b))
                .orElseGet(() -> apply("*", Expression.Numeral.of(0), place));
    }

    private static void collect(Expression formula, boolean minus, List<Term> terms) {
        if (formula instanceof Apply apply && List.of("+", "-", "negate").contains(apply.operator())) {
            int last = apply.arguments().size() - 1;
            for (int i = 0; i <= last; i++) {
                collect(
                        apply.argument(i),
                        minus ^ (i == last && !apply.operator().equals("+")),
                        terms);
            }
        } else {
            terms.add(new Term(formula, minus));
        }
    }
}
