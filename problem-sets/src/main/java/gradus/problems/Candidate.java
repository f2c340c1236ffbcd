package gradus.problems;

import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Operators;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One set of numbers, to be judged. */
final class Candidate {
    private final Screen screen;
    private final Problem problem;
    private final Map<String, Tensor> given;
    private final Workings workings;
    private final Nearby nearby;

    Candidate(Screen screen, Map<String, Tensor> given) {
        this.screen = screen;
        this.problem = screen.problem();
        this.given = given;
        this.workings = screen.workings(given);
        this.nearby = new Nearby(screen, given);
    }

    /** Why these numbers are not fit to be set; null if they are. */
    @Nullable
    Rejection rejection() {
        if (!screen.keepsRules(workings)) {
            return Rejection.RULE;
        }
        if (isNoNumber()) {
            return Rejection.NOT_A_NUMBER;
        }
        if (hasTooManyDigits()) {
            return Rejection.DIGITS;
        }
        Rejection kink = screen.kinks().of(workings);
        if (kink != null && !screen.samples().areAt(kink, screen.kinks())) {
            return kink;
        }
        if (hasZero()) {
            return Rejection.ZERO;
        }
        if (coincides()) {
            return Rejection.COINCIDENCE;
        }
        return hasSymmetry()
                ? Rejection.SYMMETRY
                : new CandidateSlips(given, workings, nearby).rejection(screen.trials());
    }

    private boolean isNoNumber() {
        return screen.computed().stream().anyMatch(name -> {
                    Tensor value = workings.value(name);
                    return !isFinite(value)
                            || !value.shape().equals(problem.model().value(name).shape());
                })
                || screen.asked().stream()
                        .filter(question ->
                                question.counts() || question.shape().isPresent())
                        .anyMatch(question -> !counts(workings.value(question.id())));
    }

    private static boolean isFinite(Tensor value) {
        for (double number : value.toArray()) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean counts(Tensor value) {
        for (double number : value.toArray()) {
            if (!(number >= 1 && number == Math.rint(number))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasTooManyDigits() {
        return screen.computed().stream().anyMatch(name -> {
            int allowed = screen.digits(name);
            Tensor value = workings.value(name);
            return allowed == Digits.ENDLESS ? screen.isExtreme(name, value) : Digits.of(value) > allowed;
        });
    }

    /** An activation may close, and what is always zero may be asked. */
    private boolean hasZero() {
        return screen.asked().stream()
                .map(Question::id)
                .filter(id -> Likeness.isZero(workings.value(id)))
                .anyMatch(id -> !isActivation(id) && !screen.samples().areZero(id));
    }

    private boolean coincides() {
        List<Question> asked = screen.asked();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = 0; j < i; j++) {
                String a = asked.get(i).id(), b = asked.get(j).id();
                if (Likeness.same(workings.value(a), workings.value(b)) && !nearby.coincide(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasSymmetry() {
        return given.values().stream()
                .filter(value -> value.rank() > 0 && value.size() > 1)
                .anyMatch(Likeness::isSymmetric);
    }

    private boolean isActivation(String id) {
        return problem.model().formula(id) instanceof Apply apply && Operators.isActivation(apply.operator());
    }
}
