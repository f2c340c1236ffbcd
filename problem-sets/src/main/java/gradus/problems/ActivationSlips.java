package gradus.problems;

import static gradus.problems.expression.Expression.apply;

import gradus.problems.StepRule.Change;
import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Operators;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Activations forgotten, exchanged, or differentiated wrongly: at one place, and everywhere alike. */
final class ActivationSlips implements StepRule {
    private static final List<Double> SLOPES = List.of(0.01, 0.1, 0.2, 0.5);

    @Override
    public Stream<Change> changes(Expression part) {
        if (!(part instanceof Apply f) || !Operators.isActivation(f.operator())) {
            return Stream.of();
        }
        Expression x = f.argument(0);
        Stream<Change> common = Stream.of(
                new Change("missing-activation", "the activation " + f.operator() + " is missing", x),
                new Change(
                        "missing-activation-derivative",
                        "the derivative of " + f.operator() + " is missing going backward",
                        Backward.of(f, x)));
        return f.operator().equals("leaky") ? Stream.concat(common, leaky(f, x)) : common;
    }

    private static Stream<Change> leaky(Apply f, Expression x) {
        Stream<Change> kinds = Stream.of(
                new Change("plain-relu", "plain ReLU stands for the leaky one", apply("relu", x)),
                new Change(
                        "slope-everywhere",
                        "the slope is taken as the derivative on both sides of 0",
                        Backward.of(f, apply("*", f.argument(1), x))));
        Stream<Change> slopes = SLOPES.stream()
                .map(slope -> new Change(
                        "wrong-slope",
                        "the leaky ReLU has slope " + slope,
                        apply("leaky", x, Expression.Numeral.of(slope))));
        return Stream.concat(kinds, slopes);
    }

    /** The same change at every activation of the problem. */
    Stream<Slip> everywhere(Problem problem) {
        Map<String, Slip> slips = new LinkedHashMap<>();
        problem.forward()
                .forEach(name -> everyChange(problem.model().formula(name)).forEach(change -> {
                    slips.computeIfAbsent(change.what(), what -> everywhere(problem, change));
                }));
        return slips.values().stream();
    }

    private Stream<Change> everyChange(Expression formula) {
        return Stream.concat(changes(formula), formula.children().stream().flatMap(this::everyChange));
    }

    private Slip everywhere(Problem problem, Change change) {
        Map<String, Expression> instead = new HashMap<>();
        problem.forward().forEach(name -> {
            Expression formula = problem.model().formula(name);
            Expression changed = formula.map(part -> changes(part)
                    .filter(other -> other.what().equals(change.what()))
                    .map(Change::by)
                    .findFirst()
                    .orElse(part));
            if (!changed.equals(formula)) {
                instead.put(name, changed);
            }
        });
        return new Slip(change.id(), change.what() + " everywhere", Slip.Rank.EVERYWHERE, instead);
    }
}
