package gradus.problems;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.EnumMap;
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
    private final List<String> literals;
    private final Screen screen;

    /**
     * A variation.
     *
     * @param rules what all variants keep
     * @param listed the problem's listed slips, in whose formulas {@link Trial#original} stands for a number of a variant
     */
    Variation(
            Reading reading,
            Problem problem,
            Map<String, Choices> choices,
            List<Constraint> rules,
            int digits,
            List<Slip> listed,
            List<String> literals) {
        this.reading = reading;
        this.problem = problem;
        this.choices = choices;
        this.literals = literals;
        this.screen = new Screen(problem, names(), rules, listed, digits, this::samples);
    }

    /** The given numbers that vary. */
    public Set<String> names() {
        return choices.keySet();
    }

    /** What decides whether numbers are fit to be set. */
    Screen screen() {
        return screen;
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
            Drawn drawn = drawn(new Seed(seed).child(i));
            Rejection reason = screen.rejection(drawn.values());
            if (reason == null) {
                return new Draw(drawn.texts(), rejected);
            }
            rejected.merge(reason, 1, Integer::sum);
        }
        throw new IllegalStateException(problem.id() + ": expected numbers that are fit to be set within " + MOST
                + " tries but got " + rejected + ". Let more numbers vary, or widen their ranges.");
    }

    /** Some candidates that keep the rules, fit to be set or not. */
    private List<Map<String, Tensor>> samples() {
        return LongStream.range(0, MOST)
                .mapToObj(i -> drawn(new Seed(i)).values())
                .filter(given -> screen.keepsRules(screen.workings(given)))
                .limit(SAMPLES)
                .toList();
    }

    private Drawn drawn(Seed seed) {
        return new Drawn(choices, problem.model()::value, seed);
    }
}
