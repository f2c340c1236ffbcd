package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Expression.Name;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether nothing is left to compute in a step: every term is zero, or all but one that is a plain quantity (a weight
 * that stays as it was, a bias alone), or an activation passes its input unchanged.
 */
final class Collapse {
    private final Model model;
    private final String name;
    private final Map<String, Tensor> own;

    Collapse(Model model, String name, Map<String, Tensor> own) {
        this.model = model;
        this.name = name;
        this.own = own;
    }

    boolean happens() {
        List<Expression> terms = new ArrayList<>();
        collect(model.formula(name), terms);
        List<Expression> left =
                terms.stream().filter(term -> !isZero(value(term))).toList();
        return left.isEmpty() || (left.size() == 1 && isPlain(left.get(0), terms.size()));
    }

    private boolean isPlain(Expression term, int terms) {
        return term instanceof Name ? terms > 1 : passesUnchanged(term);
    }

    private boolean passesUnchanged(Expression term) {
        return term instanceof Apply f
                && List.of("relu", "leaky").contains(f.operator())
                && isZero(value(f).minus(value(f.argument(0))));
    }

    private Tensor value(Expression part) {
        return model.value(part, name, own);
    }

    private static boolean isZero(Tensor value) {
        for (double entry : value.toArray()) {
            if (Math.abs(entry) > Entry.noise(0)) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Expression formula, List<Expression> terms) {
        if (formula instanceof Apply apply && List.of("+", "-", "negate").contains(apply.operator())) {
            apply.arguments().forEach(term -> collect(term, terms));
        } else {
            terms.add(formula);
        }
    }
}
