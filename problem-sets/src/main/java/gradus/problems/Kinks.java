package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where formulas have no derivative: activations and absolute values at 0, the largest of values that are tied. */
final class Kinks {
    private static final double MARGIN = 1e-3;
    private static final Set<String> AT_ZERO = Set.of("relu", "leaky", "abs"), TIED = Set.of("max", "min");

    /** Names under which a model keeps what the operator is applied to. */
    private record Kink(Rejection reason, List<String> arguments) {}

    private final List<Kink> kinks = new ArrayList<>();
    private final Map<String, Expression> formulas = new LinkedHashMap<>();

    /** All operators with a kink in the computed quantities. */
    Kinks(Problem problem) {
        problem.forward().forEach(name -> find(problem.model().formula(name)));
    }

    private void find(Expression formula) {
        if (formula instanceof Apply apply) {
            if (AT_ZERO.contains(apply.operator())) {
                kinks.add(new Kink(Rejection.KINK, named(apply.arguments().subList(0, 1))));
            } else if (TIED.contains(apply.operator())) {
                kinks.add(new Kink(Rejection.TIE, named(apply.arguments())));
            }
        }
        formula.children().forEach(this::find);
    }

    private List<String> named(List<Expression> arguments) {
        List<String> names = new ArrayList<>();
        for (Expression argument : arguments) {
            String name = "kink " + formulas.size();
            formulas.put(name, argument);
            names.add(name);
        }
        return names;
    }

    /** What the operators are applied to, by names that no problem has. */
    Map<String, Expression> formulas() {
        return formulas;
    }

    /** What is at a kink; the workings know the {@link #formulas}. */
    @Nullable
    Rejection of(Workings workings) {
        return kinks.stream()
                .filter(kink -> kink.reason() == Rejection.KINK
                        ? isSmall(workings.value(kink.arguments().get(0)))
                        : isTied(kink.arguments().stream().map(workings::value).toList()))
                .map(Kink::reason)
                .findFirst()
                .orElse(null);
    }

    private static boolean isTied(List<Tensor> values) {
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSmall(values.get(i).minus(values.get(j)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSmall(Tensor values) {
        for (double value : values.toArray()) {
            if (Math.abs(value) < MARGIN) {
                return true;
            }
        }
        return false;
    }
}
