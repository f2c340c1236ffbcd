package gradus.problems.export;

import gradus.problems.Model;
import gradus.problems.Problem;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.problems.expression.Expression.Sequence;
import gradus.problems.expression.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows for an answer from the student's own earlier ones, as statements of Maxima. Gradients are written out by the
 * chain rule with local derivatives at the student's own values; a student's own gradient replaces the messages behind it.
 */
final class Following {
    private final Model model;
    /** The inputs of the answers before, by quantity. */
    private final Map<String, String> earlier;

    private final List<String> statements = new ArrayList<>();

    /**
     * What follows.
     *
     * @param values formulas of the numbers that follow
     */
    record Followed(List<String> statements, List<String> values) {}

    private Following(Model model, Map<String, String> earlier) {
        this.model = model;
        this.earlier = earlier;
    }

    /**
     * What follows for a quantity.
     *
     * @throws UnsupportedOperationException where not all on the way are numbers
     */
    static Followed of(Problem problem, String asked, Map<String, String> earlier) {
        Following following = new Following(problem.model(), earlier);
        for (String name : problem.forward()) {
            if (problem.model().needs(asked, name)) {
                following.quantity(name);
            }
        }
        List<String> values = entries(problem.model().formula(asked)).stream()
                .map(entry -> Maxima.text(following.ready(entry, asked)))
                .toList();
        return new Followed(following.statements, values);
    }

    /** The numbers of a flat list, or the number itself. */
    private static List<Expression> entries(Expression formula) {
        return formula instanceof Sequence sequence ? sequence.entries() : List.of(formula);
    }

    private void quantity(String name) {
        boolean fixed = earlier.keySet().stream().noneMatch(asked -> asked.equals(name) || model.needs(name, asked));
        if (model.value(name).rank() > 0) {
            if (fixed) {
                return;
            }
            throw new UnsupportedOperationException("it is computed from vectors");
        }
        boolean known = earlier.keySet().stream().noneMatch(asked -> model.needs(name, asked));
        String follows = known ? Field.text(model.value(name).sum()) : Maxima.text(ready(model.formula(name), name));
        String own = earlier.get(name);
        statements.add(Maxima.name(name) + ": "
                + (own == null ? follows : "if is(" + own + "=EMPTYANSWER) then " + follows + " else " + own));
    }

    /** The formula of a quantity with variables in the place of its gradients. */
    private Expression ready(Expression formula, String name) {
        formula.names().forEach(part -> {
            if (model.formulas().containsKey(part) && model.value(part).rank() > 0) {
                throw new UnsupportedOperationException("it is computed from vectors");
            }
        });
        return formula.map(part -> Operators.isGradient(part) ? gradient((Apply) part, name) : part);
    }

    private Expression gradient(Apply gradient, String within) {
        String of = ((Name) gradient.argument(0)).name(), by = ((Name) gradient.argument(1)).name();
        List<String> path = model.formulas().keySet().stream()
                .filter(name -> name.equals(of) || model.needs(of, name))
                .filter(name -> name.equals(by) || model.needs(name, by))
                .toList();
        Map<String, List<String>> messages = new LinkedHashMap<>();
        messages.put(of, new ArrayList<>(List.of("1")));
        for (int i = path.size() - 1; i >= 0; i--) {
            message(path.get(i), of, within, messages.getOrDefault(path.get(i), List.of("0")));
            back(path.get(i), path, messages);
        }
        if (!path.contains(by)) {
            return Expression.Numeral.of(0);
        }
        return new Name("#" + variable(by), 0);
    }

    private static String variable(String name) {
        return "b" + Maxima.name(name).substring(1);
    }

    /** The sum of all messages that a quantity gets, or the student's own gradient for it. */
    private void message(String name, String of, String within, List<String> messages) {
        String sum = String.join("+", messages);
        String own = earlier.entrySet().stream()
                .filter(answer -> !answer.getKey().equals(within) && isGradient(answer.getKey(), of, name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        statements.add(variable(name) + ": "
                + (own.isEmpty() ? sum : "if is(" + own + "=EMPTYANSWER) then " + sum + " else " + own));
    }

    private boolean isGradient(String answer, String of, String by) {
        Expression formula = model.formula(answer);
        return Operators.isGradient(formula)
                && formula.children().get(0) instanceof Name loss
                && loss.name().equals(of)
                && formula.children().get(1) instanceof Name quantity
                && quantity.name().equals(by);
    }

    private void back(String name, List<String> path, Map<String, List<String>> messages) {
        Expression formula = model.formula(name);
        if (formula instanceof Sequence) {
            throw new UnsupportedOperationException("it is computed from vectors");
        }
        Set<String> names = formula.names();
        path.stream()
                .filter(names::contains)
                .forEach(part -> Derivation.of(formula, part)
                        .ifPresent(slope -> messages.computeIfAbsent(part, key -> new ArrayList<>())
                                .add(variable(name) + "*" + Maxima.text(slope))));
    }
}
