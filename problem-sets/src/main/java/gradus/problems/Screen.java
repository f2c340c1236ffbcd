package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.Expression.Apply;
import gradus.tensor.Tensor;
import java.util.ArrayList;
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
 * activation that returns its input, is none. What does not depend on the numbers is worked out once. Immutable, but for
 * what it keeps.
 */
final class Screen {
    private static final double LEAST = 1e-3, MOST = 1e6;

    private final Problem problem;
    private final Map<String, Integer> digits = new LinkedHashMap<>();
    private final Map<String, double[]> sizes = new LinkedHashMap<>();
    private final List<Question> asked;
    private final List<Trial> trials;
    private final List<Constraint> rules;
    private final Kinks kinks;
    private final Model model;
    private final boolean rounds;
    private final Samples samples;

    /**
     * The screen of a problem.
     *
     * @param listed the problem's listed slips, in whose formulas {@link Trial#original} stands for a number of a variant
     * @param sampling some numbers that keep the rules
     */
    Screen(
            Problem problem,
            Set<String> varied,
            List<Constraint> rules,
            List<Slip> listed,
            int most,
            Supplier<List<Map<String, Tensor>>> sampling) {
        this.problem = problem;
        this.rules = rules;
        this.kinks = new Kinks(problem);
        problem.forward().forEach(name -> {
            Tensor own = problem.model().value(name);
            digits.put(name, Math.max(most, Digits.of(own)));
            sizes.put(name, range(own));
        });
        this.asked = problem.questions().stream().filter(Question::isComputed).toList();
        this.model = checked();
        List<Slip> slips = new ArrayList<>(listed);
        problem.slips().stream()
                .filter(slip -> slip.rank() != Slip.Rank.LISTED && !isErratum(slip))
                .forEach(slips::add);
        this.trials = slips.stream()
                .map(slip -> new Trial(problem, model, varied, asked, slip))
                .toList();
        this.rounds = problem.forward().stream()
                .anyMatch(name -> rounds(problem.model().formula(name)));
        this.samples = new Samples(sampling, model);
    }

    private boolean isErratum(Slip slip) {
        return problem.errata().stream().anyMatch(erratum -> erratum.id().equals(slip.id()));
    }

    private static boolean rounds(Expression formula) {
        return (formula instanceof Apply apply && Set.of("floor", "ceil").contains(apply.operator()))
                || formula.children().stream().anyMatch(Screen::rounds);
    }

    /** The problem's model with what rules and kinks look at. */
    private Model checked() {
        Map<String, Expression> formulas = new LinkedHashMap<>(problem.model().formulas());
        formulas.putAll(kinks.formulas());
        rules.forEach(rule -> formulas.putAll(rule.formulas()));
        return new Model(formulas);
    }

    /** Why these numbers are not fit to be set; null if they are. */
    @Nullable
    Rejection rejection(Map<String, Tensor> given) {
        return new Candidate(this, given).rejection();
    }

    /** The values over given numbers, with what rules and kinks look at. */
    Workings workings(Map<String, Tensor> given) {
        return model.over(given);
    }

    boolean keepsRules(Workings workings) {
        return rules.stream().allMatch(rule -> rule.holds(workings));
    }

    Problem problem() {
        return problem;
    }

    /** The names of all computed quantities. */
    Set<String> computed() {
        return digits.keySet();
    }

    /** The computed answers. */
    List<Question> asked() {
        return asked;
    }

    /** Every slip that must show: the listed ones first. */
    List<Trial> trials() {
        return trials;
    }

    Kinks kinks() {
        return kinks;
    }

    /** Whether a formula rounds, so that small moves do nothing. */
    boolean rounds() {
        return rounds;
    }

    /** What happens with all numbers. */
    Samples samples() {
        return samples;
    }

    /** How many digits a quantity may have. */
    int digits(String name) {
        return digits.getOrDefault(name, 0);
    }

    /** Whether a number is far from what the source computes with, and awkward to write. */
    boolean isExtreme(String name, Tensor value) {
        double[] range = sizes.getOrDefault(name, new double[] {LEAST, MOST});
        return Arrays.stream(value.toArray())
                .map(Math::abs)
                .anyMatch(number -> number != 0 && (number < range[0] || number > range[1]));
    }

    private static double[] range(Tensor own) {
        double[] sizes = Arrays.stream(own.toArray())
                .map(Math::abs)
                .filter(size -> size > 0)
                .toArray();
        double least = Arrays.stream(sizes).min().orElse(1),
                most = Arrays.stream(sizes).max().orElse(1);
        return new double[] {Math.min(LEAST, least / 10), Math.max(MOST, most * 10)};
    }
}
