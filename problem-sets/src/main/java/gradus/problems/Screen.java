package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether numbers are fit to be set. What happens by accident alone is a fault: it ends when the numbers are moved a
 * little, or, where a formula rounds down, when others are drawn. What these formulas do with nearly all numbers, as an
 * activation that returns its input, is none.
 */
final class Screen {
    private static final double LEAST = 1e-3, MOST = 1e6;

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
        return (formula instanceof Apply apply && Set.of("floor", "ceil").contains(apply.operator()))
                || formula.children().stream().anyMatch(Screen::rounds);
    }

    /** Why these numbers are not fit to be set; null if they are. */
    @Nullable
    Rejection rejection(Model model, List<Slip> listed) {
        return new Candidate(this, model).rejection(listed);
    }

    Problem problem() {
        return problem;
    }

    Set<String> varied() {
        return varied;
    }

    /** The computed answers. */
    List<Question> asked() {
        return asked;
    }

    /** The slips that any graph has. */
    List<Slip> general() {
        return general;
    }

    /** How many digits a quantity may have. */
    int digits(String name) {
        return digits.getOrDefault(name, 0);
    }

    Nearby nearby(Model model) {
        return new Nearby(model, varied, rounds, this::samples);
    }

    /** Far from what the source computes with, and awkward to write. */
    boolean isExtreme(String name, double number) {
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
}
