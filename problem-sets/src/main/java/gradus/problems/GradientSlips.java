package gradus.problems;

import static gradus.problems.expression.Expression.apply;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The gradient of another quantity; a step up instead of down; the product rule of matrices with a slip. */
final class GradientSlips {
    private final Problem problem;

    GradientSlips(Problem problem) {
        this.problem = problem;
    }

    Stream<Slip> slips() {
        return problem.forward().stream().flatMap(name -> {
            Expression formula = problem.model().formula(name);
            if (formula instanceof Apply apply && apply.operator().equals(Operators.GRADIENT)) {
                return Stream.concat(siblings(name, apply), products(name, apply));
            }
            return formula instanceof Apply apply && apply.operator().equals("-") ? ascent(name, apply) : Stream.of();
        });
    }

    private Stream<Slip> ascent(String name, Apply step) {
        boolean descends = step.argument(1).names().stream()
                .anyMatch(used -> Operators.isGradient(problem.model().formula(used)));
        Expression up = apply("+", step.argument(0), step.argument(1));
        return descends
                ? Stream.of(
                        Slip.step("ascent", name + " steps up the gradient instead of down, " + up.text(), name, up))
                : Stream.of();
    }

    private Stream<Slip> siblings(String name, Apply gradient) {
        String by = gradient.argument(1).text();
        return problem.alike(by).stream()
                .map(other -> Slip.step(
                        "other-gradient",
                        name + " is the gradient for " + other + " instead of " + by,
                        name,
                        apply(Operators.GRADIENT, gradient.argument(0), new Name(other, 0))));
    }

    /** For y = a b: the gradients are dy bᵀ and aᵀ dy; a transpose is forgotten or the order turned. */
    private Stream<Slip> products(String name, Apply gradient) {
        String by = gradient.argument(1).text();
        return problem.forward().stream().flatMap(y -> {
            if (!(problem.model().formula(y) instanceof Apply product)
                    || !product.operator().equals("@")) {
                return Stream.of();
            }
            boolean left = product.argument(0).text().equals(by),
                    right = product.argument(1).text().equals(by);
            if (left == right) {
                return Stream.of();
            }
            Expression dy = apply(Operators.GRADIENT, gradient.argument(0), new Name(y, 0));
            Expression other = product.argument(left ? 1 : 0), turned = apply("transpose", other);
            return Stream.of(
                            left ? apply("@", dy, other) : apply("@", other, dy),
                            left ? apply("@", other, dy) : apply("@", dy, other),
                            left ? apply("@", turned, dy) : apply("@", dy, turned))
                    .map(wrong -> Slip.step("matrix-rule", name + " is computed as " + shown(wrong, y), name, wrong));
        });
    }

    private static String shown(Expression wrong, String y) {
        return wrong.text().replaceAll("gradient\\(\\w+, " + y + "\\)", "d" + y);
    }

    /** Slips of factor and sign in a whole formula, when no step explains it. */
    Stream<Slip> coarse() {
        return problem.forward().stream().flatMap(name -> {
            Expression formula = problem.model().formula(name), two = Expression.Numeral.of(2);
            boolean matrix = problem.model().value(name).rank() == 2;
            List<Slip> slips = List.of(
                    coarse("negated", name + " has the wrong sign", name, apply("negate", formula)),
                    coarse("factor-two", "a factor 1/2 is missing in " + name, name, apply("*", two, formula)),
                    coarse("factor-half", "a factor 2 is missing in " + name, name, apply("/", formula, two)));
            Stream<Slip> turned = matrix
                    ? Stream.of(coarse("transposed", name + " is transposed", name, apply("transpose", formula)))
                    : Stream.of();
            return Stream.concat(slips.stream(), turned);
        });
    }

    private static Slip coarse(String id, String when, String name, Expression instead) {
        return new Slip(id, when, Slip.Rank.COARSE, Map.of(name, instead));
    }
}
