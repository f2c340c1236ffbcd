package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where formulas have no derivative: activations and absolute values at 0, the largest of values that are tied. */
final class Kinks {
    private static final double MARGIN = 1e-3;
    private static final Set<String> AT_ZERO = Set.of("relu", "leaky", "abs"), TIED = Set.of("max", "min");

    private Kinks() {}

    /** What is at a kink among the computed quantities. */
    static @Nullable Rejection of(Problem problem, Model model) {
        return problem.forward().stream()
                .flatMap(name -> of(model, name, model.formula(name)).stream())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Rejection> of(Model model, String name, Expression formula) {
        if (formula instanceof Apply apply) {
            List<Expression> arguments = apply.arguments();
            if (AT_ZERO.contains(apply.operator()) && isSmall(value(model, name, arguments.get(0)))) {
                return Optional.of(Rejection.KINK);
            }
            if (TIED.contains(apply.operator()) && isTied(model, name, arguments)) {
                return Optional.of(Rejection.TIE);
            }
        }
        return formula.children().stream()
                .flatMap(child -> of(model, name, child).stream())
                .findFirst();
    }

    private static boolean isTied(Model model, String name, List<Expression> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (isSmall(value(model, name, arguments.get(i)).minus(value(model, name, arguments.get(j))))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Tensor value(Model model, String name, Expression formula) {
        return model.value(formula, name, Map.of());
    }

    private static boolean isSmall(Tensor values) {
        return Arrays.stream(values.toArray()).anyMatch(value -> Math.abs(value) < MARGIN);
    }
}
