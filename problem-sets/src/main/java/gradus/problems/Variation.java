package gradus.problems;

import gradus.problems.expression.Expression;
import gradus.problems.expression.ExpressionParser;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * How the given numbers of a problem may vary, and its variants: of the candidates that a seed draws, the first that is
 * fit to be set. Immutable.
 */
public final class Variation {
    private static final int MOST = 20_000, SAMPLES = 24;

    /** Reads the problem once more, with other given numbers. */
    interface Reading {
        Problem with(Map<String, String> numbers);
    }

    /** The listed slips with the numbers of a variant in their formulas. */
    interface Slips {
        List<Slip> over(Model model);
    }

    /**
     * What a seed found.
     *
     * @param numbers the accepted given numbers, as texts
     * @param rejected how many candidates before these were rejected, by reason
     */
    public record Draw(Map<String, String> numbers, Map<Rejection, Integer> rejected) {}

    private final Reading reading;
    private final Problem problem;
    private final Map<String, Choices> choices;
    private final List<Constraint> rules;
    private final Slips slips;
    private final List<String> literals;
    private final Screen screen;

    Variation(
            Reading reading,
            Problem problem,
            Map<String, Choices> choices,
            List<Constraint> rules,
            int digits,
            Slips slips,
            List<String> literals) {
        this.reading = reading;
        this.problem = problem;
        this.choices = choices;
        this.rules = rules;
        this.slips = slips;
        this.literals = literals;
        this.screen = new Screen(problem, names(), digits, this::samples);
    }

    /** The given numbers that vary. */
    public Set<String> names() {
        return choices.keySet();
    }

    /** What the problem's texts say about numbers that vary; nothing if they hold for every variant. */
    public List<String> literals() {
        return literals;
    }

    /** The variant of a seed: the same problem with other numbers. */
    public Problem variant(long seed) {
        return problem(draw(seed), seed);
    }

    Problem problem(Draw draw, long seed) {
        return reading.with(draw.numbers()).variant(seed);
    }

    /** Draws candidates until one is fit to be set. */
    public Draw draw(long seed) {
        Map<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);
        for (int i = 0; i < MOST; i++) {
            Map<String, String> numbers = numbers(new Seed(seed).child(i));
            Model model = model(numbers);
            Rejection reason = fulfils(model) ? screen.rejection(model, slips.over(model)) : Rejection.RULE;
            if (reason == null) {
                return new Draw(numbers, rejected);
            }
            rejected.merge(reason, 1, Integer::sum);
        }
        throw new IllegalStateException(problem.id() + ": expected numbers that are fit to be set within " + MOST
                + " tries but got " + rejected + ". Let more numbers vary, or widen their ranges.");
    }

    private boolean fulfils(Model model) {
        return rules.stream().allMatch(rule -> rule.holds(model));
    }

    /** Some candidates that keep the rules, fit to be set or not. */
    private List<Model> samples() {
        return LongStream.range(0, MOST)
                .mapToObj(i -> model(numbers(new Seed(i))))
                .filter(this::fulfils)
                .limit(SAMPLES)
                .toList();
    }

    private Model model(Map<String, String> numbers) {
        Map<String, Expression> given = new LinkedHashMap<>();
        numbers.forEach((name, number) -> given.put(name, ExpressionParser.formula(number, Set.of())));
        return problem.model().with(given);
    }

    private Map<String, String> numbers(Seed seed) {
        Map<String, String> numbers = new LinkedHashMap<>();
        choices.forEach((name, choice) -> numbers.put(name, number(name, choice, seed.named(name))));
        return numbers;
    }

    private String number(String name, Choices choice, Seed seed) {
        Tensor given = problem.model().value(name);
        boolean whole = given.rank() == 0 || choice.texts().get(0).startsWith("[");
        return whole ? choice.at(seed.uniform(0)) : entries(given, choice, seed, new int[1]);
    }

    private static String entries(Tensor given, Choices choice, Seed seed, int[] next) {
        if (given.rank() == 0) {
            return choice.at(seed.uniform(next[0]++));
        }
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < given.dim(0); i++) {
            entries.add(entries(given.select(0, i), choice, seed, next));
        }
        return "[" + String.join(", ", entries) + "]";
    }
}
