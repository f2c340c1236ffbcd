package gradus.problems.solution;

import gradus.problems.Figures;
import gradus.problems.Model;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Operators;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The chain rule with numbers: the derivatives of one quantity, from itself back to another. */
final class Chain {
    private final Model model;

    Chain(Model model) {
        this.model = model;
    }

    static boolean isDerivative(Expression formula) {
        return Operators.isGradient(formula) || formula.children().stream().anyMatch(Chain::isDerivative);
    }

    /** The steps of a derivative, those that were shown before left out. */
    List<String> steps(Expression gradient, Set<String> shown) {
        String of = gradient.children().get(0).text(),
                by = gradient.children().get(1).text();
        List<String> between = new ArrayList<>(model.formulas().keySet().stream()
                .filter(name -> !name.equals(of) && model.needs(of, name))
                .filter(name -> name.equals(by) || model.needs(name, by))
                .toList());
        Collections.reverse(between);
        return between.stream()
                .filter(name -> shown.add(symbol(of, name)))
                .map(name -> step(of, name))
                .toList();
    }

    static String symbol(String of, String by) {
        return "d" + of + "/d" + by;
    }

    private String step(String of, String by) {
        List<String> users = model.formulas().keySet().stream()
                .filter(user -> user.equals(of) || model.needs(of, user))
                .filter(user -> model.formula(user).names().contains(by) && !isDerivative(model.formula(user)))
                .toList();
        Tensor value = derivative(model, of, by);
        String left = symbol(of, by) + " = ";
        String result = Numbers.text(value);
        if (users.equals(List.of(of))) {
            return left + result;
        }
        if (value.rank() > 0
                || users.stream().anyMatch(user -> model.value(user).rank() > 0)) {
            return left + users.stream().map(user -> rule(of, user, by)).collect(Collectors.joining(" + ")) + " = "
                    + result;
        }
        String letters = users.stream()
                .map(user -> user.equals(of) ? symbol(of, by) : symbol(of, user) + "*" + symbol(user, by))
                .collect(Collectors.joining(" + "));
        String numbers = users.stream()
                .map(user -> (user.equals(of) ? "" : bracketed(derivative(model, of, user)) + "*")
                        + bracketed(local(user, by)))
                .collect(Collectors.joining(" + "));
        return left + letters + " = " + numbers + " = " + result;
    }

    /** What one use of a matrix adds: {@code (dL/dy) W^T} for y = x @ W + b. */
    private String rule(String of, String user, String by) {
        String upstream = user.equals(of) ? "1" : "(" + symbol(of, user) + ")";
        return product(model.formula(user), by)
                .map(product -> product.argument(0).text().equals(by)
                        ? upstream + " " + product.argument(1).text() + "^T"
                        : product.argument(0).text() + "^T " + upstream)
                .orElse(user.equals(of) ? symbol(of, by) : upstream + " * " + symbol(user, by));
    }

    /** The product of matrices of which this one is a factor, in a sum. */
    private static Optional<Apply> product(Expression formula, String by) {
        if (!(formula instanceof Apply apply)) {
            return Optional.empty();
        }
        if (apply.operator().equals("@")) {
            return Optional.of(apply)
                    .filter(product -> product.arguments().stream()
                            .anyMatch(factor -> factor.text().equals(by)));
        }
        return apply.operator().equals("+") || apply.operator().equals("-")
                ? apply.arguments().stream()
                        .flatMap(part -> product(part, by).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static String bracketed(Tensor value) {
        return Numbers.bracketed(value);
    }

    /** The derivative along this one use alone. */
    private Tensor local(String user, String by) {
        Expression alone = model.formula(user)
                .map(part -> part instanceof Name name
                                && !name.name().equals(by)
                                && model.formulas().containsKey(name.name())
                        ? Expression.apply("detach", part)
                        : part);
        return derivative(model.with(Map.of(user, alone)), user, by);
    }

    private static Tensor derivative(Model model, String of, String by) {
        return model.value(Expression.apply(Operators.GRADIENT, new Name(of, 0), new Name(by, 0)));
    }

    /** Numbers as they are put into formulas. */
    static final class Numbers {
        private static final int MOST = 12;

        private Numbers() {}

        static String text(Tensor value) {
            return value.size() > MOST ? "(" + Figures.shape(value.shape()) + ")" : Figures.of(value);
        }

        static String bracketed(Tensor value) {
            return value.rank() == 0 && value.sum() < 0 ? "(" + Figures.of(value) + ")" : text(value);
        }
    }
}
