package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.problems.expression.Operators;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether numbers are fit to be set. What happens by accident alone is a fault: it ends when the numbers are moved a
 * little, or, where a formula rounds down, when others are drawn. What these formulas do with nearly all numbers, as an
 * activation that returns its input, is none.
 */
final class Screen {
    private static final double NOISE = 1e-10, NUDGE = 1e-4;
    private static final double LEAST = 1e-3, MOST = 1e6;
    private static final int ROUNDED = 3, EXACT = 12;

    private final Problem problem;
    private final Set<String> varied;
    private final Map<String, Integer> digits = new LinkedHashMap<>();
    private final List<Question> asked;
    private final List<Slip> general;
    private final boolean rounds;
    private final Supplier<List<Model>> sampling;
    private volatile @Nullable List<Model> samples;

    Screen(Problem problem, Set<String> varied, int most, Supplier<List<Model>> sampling) {
        this.problem = problem;
        this.varied = varied;
        this.sampling = sampling;
        problem.forward().forEach(name -> {
            int published = Digits.of(problem.model().value(name));
            digits.put(name, Math.max(most, published));
        });
        this.asked = problem.questions().stream().filter(Question::isComputed).toList();
        this.general = problem.slips().stream()
                .filter(slip -> slip.rank() != Slip.Rank.LISTED && !isErratum(slip))
                .toList();
        this.rounds = problem.forward().stream()
                .anyMatch(name -> rounds(problem.model().formula(name)));
    }

    private boolean isErratum(Slip slip) {
        return problem.errata().stream().anyMatch(erratum -> erratum.id().equals(slip.id()));
    }

    private static boolean rounds(Expression formula) {
        return formula instanceof Apply apply && Set.of("floor", "ceil").contains(apply.operator())
                || formula.children().stream().anyMatch(Screen::rounds);
    }

    /** Why these numbers are not fit to be set; null if they are. */
    @Nullable
    Rejection rejection(Model model, List<Slip> listed) {
        Candidate candidate = new Candidate(model, listed);
        return IntStream.range(0, 7)
                .mapToObj(i -> switch (i) {
                    case 0 -> candidate.isNoNumber() ? Rejection.NOT_A_NUMBER : null;
                    case 1 -> candidate.hasTooManyDigits() ? Rejection.DIGITS : null;
                    case 2 -> candidate.kink();
                    case 3 -> candidate.hasZero() ? Rejection.ZERO : null;
                    case 4 -> candidate.coincides() ? Rejection.COINCIDENCE : null;
                    case 5 -> candidate.hasSymmetry() ? Rejection.SYMMETRY : null;
                    default -> candidate.slips();
                })
                .filter(reason -> reason != null)
                .findFirst()
                .orElse(null);
    }

    /** Far from what the source computes with, and awkward to write. */
    private boolean isExtreme(String name, double number) {
        double[] own = Arrays.stream(problem.model().value(name).toArray())
                .map(Math::abs)
                .filter(size -> size > 0)
                .toArray();
        double least = Arrays.stream(own).min().orElse(1),
                most = Arrays.stream(own).max().orElse(1);
        return number < Math.min(LEAST, least / 10) || number > Math.max(MOST, most * 10);
    }

    private List<Model> samples() {
        List<Model> known = samples;
        if (known == null) {
            known = sampling.get();
            samples = known;
        }
        return known;
    }

    /** One set of numbers. */
    private final class Candidate {
        private final Model model;
        private final List<Slip> listed;
        private @Nullable Model nudged;

        Candidate(Model model, List<Slip> listed) {
            this.model = model;
            this.listed = listed;
        }

        boolean isNoNumber() {
            return problem.forward().stream().anyMatch(name -> {
                        Tensor value = model.value(name);
                        return Arrays.stream(value.toArray()).anyMatch(number -> !Double.isFinite(number))
                                || !value.shape()
                                        .equals(problem.model().value(name).shape());
                    })
                    || asked.stream()
                            .filter(question ->
                                    question.counts() || question.shape().isPresent())
                            .anyMatch(question -> Arrays.stream(
                                            model.value(question.id()).toArray())
                                    .anyMatch(number -> number < 1 || number != Math.rint(number)));
        }

        boolean hasTooManyDigits() {
            return problem.forward().stream().anyMatch(name -> {
                int allowed = digits.getOrDefault(name, 0);
                Tensor value = model.value(name);
                return allowed == Digits.ENDLESS
                        ? Arrays.stream(value.toArray())
                                .map(Math::abs)
                                .anyMatch(number -> number != 0 && isExtreme(name, number))
                        : Digits.of(value) > allowed;
            });
        }

        @Nullable
        Rejection kink() {
            Rejection kink = Kinks.of(problem, model);
            return kink == null || isAlways(m -> Kinks.of(problem, m) == kink) ? null : kink;
        }

        /** An activation may close, and what is always zero may be asked. */
        boolean hasZero() {
            return asked.stream()
                    .filter(question -> isZero(model.value(question.id())))
                    .anyMatch(
                            question -> !isActivation(question.id()) && !isAlways(m -> isZero(m.value(question.id()))));
        }

        boolean coincides() {
            for (int i = 0; i < asked.size(); i++) {
                for (int j = 0; j < i; j++) {
                    String a = asked.get(i).id(), b = asked.get(j).id();
                    if (same(model.value(a), model.value(b)) && !persists(m -> same(m.value(a), m.value(b)))) {
                        return true;
                    }
                }
            }
            return false;
        }

        boolean hasSymmetry() {
            return varied.stream()
                    .map(model::value)
                    .filter(value -> value.rank() > 0 && value.size() > 1)
                    .anyMatch(Screen::isSymmetric);
        }

        @Nullable
        Rejection slips() {
            List<Slip> all = new ArrayList<>(listed);
            general.forEach(slip -> all.add(over(slip)));
            List<Shown> shown = new ArrayList<>();
            for (Slip slip : all) {
                Shown first = shown(slip);
                if (first == null && slip.rank() != Slip.Rank.COARSE) {
                    boolean must = slip.rank() == Slip.Rank.LISTED || slip.rank() == Slip.Rank.EVERYWHERE;
                    if (must ? !isAlways(m -> isSilent(m, slip)) : !persists(m -> isSilent(m, slip))) {
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
            if (slip.instead().keySet().stream()
                    .allMatch(name -> problem.role(name).isEmpty())) {
                return slip;
            }
            Map<String, Expression> instead = new LinkedHashMap<>();
            slip.instead().forEach((name, formula) -> instead.put(name, given(formula)));
            return new Slip(slip.id(), slip.when(), slip.rank(), instead, slip.costs());
        }

        private Expression given(Expression formula) {
            return varied.stream()
                    .filter(name -> problem.model().formula(name) == formula)
                    .findFirst()
                    .map(model::formula)
                    .orElse(formula);
        }

        /** Where a slip shows first; null if nowhere. */
        private @Nullable Shown shown(Slip slip) {
            Model slipped = model.with(slip.instead());
            for (Question question : asked) {
                if (problem.library().matters(slip, question.id())) {
                    Tensor key = model.value(question.id()), value = value(slipped, question.id());
                    if (value == null || !same(value, key)) {
                        return new Shown(this, slip, question, value, key);
                    }
                }
            }
            return null;
        }

        private boolean isSilent(Model other, Slip slip) {
            Model slipped = other.with(slip.instead());
            return asked.stream()
                    .filter(question -> problem.library().matters(slip, question.id()))
                    .allMatch(question -> {
                        Tensor value = value(slipped, question.id());
                        return value != null && same(value, other.value(question.id()));
                    });
        }

        /** Whether something happens with numbers close by, too. */
        private boolean persists(Condition condition) {
            return rounds ? isAlways(condition) : condition.holds(nudged());
        }

        /** Whether something happens with all other numbers, too. */
        private boolean isAlways(Condition condition) {
            return samples().stream().allMatch(condition::holds);
        }

        private Model nudged() {
            Model known = nudged;
            if (known == null) {
                Map<String, Expression> given = new LinkedHashMap<>();
                varied.forEach(name -> given.put(name, Literal.of(nudged(name))));
                known = model.with(given);
                nudged = known;
            }
            return known;
        }

        private Tensor nudged(String name) {
            Tensor value = model.value(name);
            Seed seed = new Seed(0).named(name);
            double[] numbers = value.toArray().clone();
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] += NUDGE * (1 + seed.uniform(i));
            }
            return Tensor.of(value.shape(), numbers);
        }
    }

    private interface Condition {
        boolean holds(Model model);
    }

    /** A slip's first value that is not the key; null where the shapes let nobody slip so. */
    private record Shown(
            Candidate candidate,
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
                    || !question.counts()
                            && question.shape().isEmpty()
                            && answer.fits(Digits.rounded(wrong, ROUNDED), key);
        }

        /** Whether another slip ends in the same value, and only with these numbers. */
        boolean isLike(Shown other) {
            return question.id().equals(other.question.id())
                    && value != null
                    && other.value != null
                    && same(value, other.value)
                    && !candidate.persists(m -> {
                        Tensor a = Screen.value(m.with(slip.instead()), question.id());
                        Tensor b = Screen.value(m.with(other.slip.instead()), question.id());
                        return a != null && b != null && same(a, b);
                    });
        }
    }

    private boolean isActivation(String id) {
        return problem.model().formula(id) instanceof Apply apply && Operators.isActivation(apply.operator());
    }

    private static @Nullable Tensor value(Model model, String id) {
        try {
            return model.value(id);
        } catch (ShapeException e) {
            return null; // with these shapes nobody can slip so
        }
    }

    private static boolean isZero(Tensor value) {
        return Arrays.stream(value.toArray()).allMatch(number -> Math.abs(number) < NOISE);
    }

    private static boolean same(Tensor a, Tensor b) {
        if (!a.shape().equals(b.shape())) {
            return false;
        }
        double[] x = a.toArray(), y = b.toArray();
        return IntStream.range(0, x.length)
                .allMatch(i -> Math.abs(x[i] - y[i]) <= NOISE * Math.max(1, Math.max(Math.abs(x[i]), Math.abs(y[i]))));
    }

    /** Whether a matrix is its transpose, or anything reads the same from its end. */
    private static boolean isSymmetric(Tensor value) {
        double[] forward = value.toArray(), backward = new double[forward.length];
        for (int i = 0; i < forward.length; i++) {
            backward[i] = forward[forward.length - 1 - i];
        }
        Shape shape = value.shape();
        boolean square = shape.rank() == 2 && shape.dim(0) == shape.dim(1);
        return Arrays.equals(forward, backward) || square && same(value, value.transpose());
    }
}
