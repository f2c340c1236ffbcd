package gradus.problems;

import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Operators;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One set of numbers, to be judged. */
final class Candidate {
    private final Screen screen;
    private final Problem problem;
    private final Model model;
    private final Nearby nearby;

    Candidate(Screen screen, Model model) {
        this.screen = screen;
        this.problem = screen.problem();
        this.model = model;
        this.nearby = screen.nearby(model);
    }

    /** Why these numbers are not fit to be set; null if they are. */
    @Nullable
    Rejection rejection(List<Slip> listed) {
        if (isNoNumber()) {
            return Rejection.NOT_A_NUMBER;
        }
        if (hasTooManyDigits()) {
            return Rejection.DIGITS;
        }
        Rejection kink = Kinks.of(problem, model);
        if (kink != null && !nearby.isAlways(m -> Kinks.of(problem, m) == kink)) {
            return kink;
        }
        if (hasZero()) {
            return Rejection.ZERO;
        }
        if (coincides()) {
            return Rejection.COINCIDENCE;
        }
        return hasSymmetry() ? Rejection.SYMMETRY : new CandidateSlips(screen, model, nearby).rejection(listed);
    }

    private boolean isNoNumber() {
        return problem.forward().stream().anyMatch(name -> {
                    Tensor value = model.value(name);
                    return Arrays.stream(value.toArray()).anyMatch(number -> !Double.isFinite(number))
                            || !value.shape().equals(problem.model().value(name).shape());
                })
                || screen.asked().stream()
                        .filter(question ->
                                question.counts() || question.shape().isPresent())
                        .anyMatch(question -> Arrays.stream(
                                        model.value(question.id()).toArray())
                                .anyMatch(number -> number < 1 || number != Math.rint(number)));
    }

    private boolean hasTooManyDigits() {
        return problem.forward().stream().anyMatch(name -> {
            int allowed = screen.digits(name);
            Tensor value = model.value(name);
            return allowed == Digits.ENDLESS
                    ? Arrays.stream(value.toArray())
                            .map(Math::abs)
                            .anyMatch(number -> number != 0 && screen.isExtreme(name, number))
                    : Digits.of(value) > allowed;
        });
    }

    /** An activation may close, and what is always zero may be screen.asked(). */
    private boolean hasZero() {
        return screen.asked().stream()
                .filter(question -> Likeness.isZero(model.value(question.id())))
                .anyMatch(question ->
                        !isActivation(question.id()) && !nearby.isAlways(m -> Likeness.isZero(m.value(question.id()))));
    }

    private boolean coincides() {
        for (int i = 0; i < screen.asked().size(); i++) {
            for (int j = 0; j < i; j++) {
                String a = screen.asked().get(i).id(), b = screen.asked().get(j).id();
                if (Likeness.same(model.value(a), model.value(b))
                        && !nearby.persists(m -> Likeness.same(m.value(a), m.value(b)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasSymmetry() {
        return screen.varied().stream()
                .map(model::value)
                .filter(value -> value.rank() > 0 && value.size() > 1)
                .anyMatch(Likeness::isSymmetric);
    }

    private boolean isActivation(String id) {
        return problem.model().formula(id) instanceof Apply apply && Operators.isActivation(apply.operator());
    }
}
