package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Name;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What comes out for somebody who slips, with any given numbers: the formulas are read once for all variants. Immutable. */
final class Trial {
    /** Before a name, for the number that the variant gives where the slip puts another. */
    private static final String ORIGINAL = "original_";

    private final Slip slip;
    private final List<Question> asked;
    private final Model model;
    private final boolean exchanges, isComputed;

    /** How a formula of a listed slip calls the number of a variant that stands in braces. */
    static String original(String name) {
        return ORIGINAL + name;
    }

    /**
     * A slip, which exchanges the numbers of a variant where it exchanges those of the source.
     *
     * @param checked the problem's model, perhaps with more quantities behind its own
     * @param asked the computed answers
     */
    Trial(Problem problem, Model checked, Set<String> varied, List<Question> asked, Slip slip) {
        Map<String, Expression> instead = new LinkedHashMap<>();
        slip.instead().forEach((name, formula) -> instead.put(name, varying(problem, varied, formula)));
        this.slip = slip;
        this.asked = asked.stream()
                .filter(question -> problem.library().matters(slip, question.id()))
                .toList();
        this.exchanges = instead.values().stream()
                .flatMap(formula -> formula.names().stream())
                .anyMatch(Trial::isOriginal);
        this.isComputed = !exchanges && problem.forward().containsAll(instead.keySet());
        this.model = (exchanges ? withOriginals(problem.model()) : checked).with(instead);
    }

    Slip slip() {
        return slip;
    }

    private static boolean isOriginal(String name) {
        return name.startsWith(ORIGINAL);
    }

    private static Expression varying(Problem problem, Set<String> varied, Expression formula) {
        return varied.stream()
                .filter(name -> problem.model().formula(name) == formula)
                .findFirst()
                .<Expression>map(name -> new Name(original(name), 0))
                .orElse(formula);
    }

    private static Model withOriginals(Model model) {
        Map<String, Expression> formulas = new LinkedHashMap<>();
        model.formulas()
                .forEach((name, formula) -> formulas.put(
                        original(name),
                        formula.map(part ->
                                part instanceof Name other && model.formulas().containsKey(other.name())
                                        ? new Name(original(other.name()), other.column())
                                        : part)));
        formulas.putAll(model.formulas());
        return new Model(formulas);
    }

    /** The values over given numbers, which some workings rest on. */
    private Workings over(Map<String, Tensor> given, Workings right) {
        return isComputed ? right.by(model) : over(given);
    }

    /** The values over given numbers. */
    Workings over(Map<String, Tensor> given) {
        Map<String, Tensor> known = new HashMap<>(given);
        known.keySet().removeAll(slip.instead().keySet());
        if (exchanges) {
            given.forEach((name, value) -> known.put(original(name), value));
        }
        return model.over(known);
    }

    /** Where the slip shows first; null if nowhere. */
    @Nullable
    Shown shown(Map<String, Tensor> given, Workings right) {
        Workings slipped = over(given, right);
        for (Question question : asked) {
            Tensor key = right.value(question.id()), value = slipped.valueOrNull(question.id());
            if (value == null || !Likeness.same(value, key)) {
                return new Shown(this, question, value, key);
            }
        }
        return null;
    }

    /** Whether nobody could tell the slip by any answer. */
    boolean isSilent(Map<String, Tensor> given, Workings right) {
        Workings slipped = over(given, right);
        return asked.stream().allMatch(question -> {
            Tensor value = slipped.valueOrNull(question.id());
            return value != null && Likeness.same(value, right.value(question.id()));
        });
    }
}
