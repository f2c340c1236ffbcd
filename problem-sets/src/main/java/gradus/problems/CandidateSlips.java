package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether every slip shows with a candidate's numbers, and none too close to the key. */
final class CandidateSlips {
    private static final int ROUNDED = 3, EXACT = 12;

    private final Screen screen;
    private final Problem problem;
    private final Model model;
    private final Nearby nearby;

    CandidateSlips(Screen screen, Model model, Nearby nearby) {
        this.screen = screen;
        this.problem = screen.problem();
        this.model = model;
        this.nearby = nearby;
    }

    /** A slip's first value that is not the key; null where the shapes let nobody slip so. */
    private record Shown(
            Nearby nearby,
            Slip slip,
            Question question,
            @Nullable Tensor value,
            Tensor key) {
        /** Whether the value, or a rounding of it, would be taken for the key. */
        boolean isNear() {
            Tensor wrong = value;
            if (wrong == null || !wrong.shape().equals(key.shape())) {
                return false;
            }
            Answer answer = new Answer("", question, "", key);
            return answer.fits(Digits.rounded(wrong, EXACT), key)
                    || (!question.counts()
                            && question.shape().isEmpty()
                            && answer.fits(Digits.rounded(wrong, ROUNDED), key));
        }

        /** Whether another slip ends in the same value, and only with these numbers. */
        boolean isLike(Shown other) {
            return question.id().equals(other.question.id())
                    && value != null
                    && other.value != null
                    && Likeness.same(value, other.value)
                    && !nearby.persists(m -> {
                        Tensor a = CandidateSlips.value(m.with(slip.instead()), question.id());
                        Tensor b = CandidateSlips.value(m.with(other.slip.instead()), question.id());
                        return a != null && b != null && Likeness.same(a, b);
                    });
        }
    }

    @Nullable
    Rejection rejection(List<Slip> listed) {
        List<Slip> all = new ArrayList<>(listed);
        screen.general().forEach(slip -> all.add(over(slip)));
        List<Shown> shown = new ArrayList<>();
        for (Slip slip : all) {
            Shown first = shown(slip);
            if (first == null && slip.rank() != Slip.Rank.COARSE) {
                boolean must = slip.rank() == Slip.Rank.LISTED || slip.rank() == Slip.Rank.EVERYWHERE;
                if (must ? !nearby.isAlways(m -> isSilent(m, slip)) : !nearby.persists(m -> isSilent(m, slip))) {
                    return Rejection.SILENT_SLIP;
                }
            } else if (first != null && first.isNear()) {
                return Rejection.NEAR_SLIP;
            } else if (first != null
                    && slip.rank() == Slip.Rank.LISTED
                    && shown.stream().anyMatch(first::isLike)) {
                return Rejection.SAME_SLIPS;
            } else if (first != null && slip.rank() == Slip.Rank.LISTED) {
                shown.add(first);
            }
        }
        return null;
    }

    /** What a slip that exchanges given numbers exchanges here. */
    private Slip over(Slip slip) {
        if (slip.instead().keySet().stream().allMatch(name -> problem.role(name).isEmpty())) {
            return slip;
        }
        Map<String, Expression> instead = new LinkedHashMap<>();
        slip.instead().forEach((name, formula) -> instead.put(name, given(formula)));
        return new Slip(slip.id(), slip.when(), slip.rank(), instead, slip.costs());
    }

    private Expression given(Expression formula) {
        return screen.varied().stream()
                .filter(name -> problem.model().formula(name) == formula)
                .findFirst()
                .map(model::formula)
                .orElse(formula);
    }

    /** Where a slip shows first; null if nowhere. */
    private @Nullable Shown shown(Slip slip) {
        Model slipped = model.with(slip.instead());
        for (Question question : screen.asked()) {
            if (problem.library().matters(slip, question.id())) {
                Tensor key = model.value(question.id()), value = value(slipped, question.id());
                if (value == null || !Likeness.same(value, key)) {
                    return new Shown(nearby, slip, question, value, key);
                }
            }
        }
        return null;
    }

    private boolean isSilent(Model other, Slip slip) {
        Model slipped = other.with(slip.instead());
        return screen.asked().stream()
                .filter(question -> problem.library().matters(slip, question.id()))
                .allMatch(question -> {
                    Tensor value = value(slipped, question.id());
                    return value != null && Likeness.same(value, other.value(question.id()));
                });
    }

    private static @Nullable Tensor value(Model model, String id) {
        try {
            return model.value(id);
        } catch (ShapeException e) {
            return null; // with these shapes nobody can slip so
        }
    }
}
