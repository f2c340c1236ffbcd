package gradus.problems;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * What became of many seeds of one problem. The slips of any graph were tried when the numbers were accepted; here the key
 * and what each listed slip leads to are marked, and of one variant in {@value #AGAIN} all slips are found and tried afresh.
 *
 * @param accepted variants, one for each seed
 * @param distinct how many of them differ
 * @param rejected candidates that were no variants, by reason
 * @param faults variants whose own key does not earn full marks, or in which a slip earns a mark
 */
public record Stress(String problem, long accepted, long distinct, Map<Rejection, Long> rejected, List<String> faults) {
    private static final int AGAIN = 100;

    /** What became of one seed. */
    private record Outcome(Variation.Draw draw, List<String> faults) {}

    public Stress {
        rejected = Map.copyOf(rejected);
        faults = List.copyOf(faults);
    }

    /** Tries the seeds from 1 on; the problem must have variants. */
    public static Stress of(Problem problem, long seeds) {
        Variation variation = problem.variation()
                .orElseThrow(() -> new IllegalArgumentException("Stress.of: " + problem.id() + " has no variants."));
        Map<Map<String, String>, List<String>> proved = new ConcurrentHashMap<>();
        List<Outcome> outcomes = LongStream.rangeClosed(1, seeds)
                .parallel()
                .mapToObj(seed -> outcome(variation, seed, proved))
                .toList();
        Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
        outcomes.forEach(outcome ->
                outcome.draw().rejected().forEach((reason, times) -> rejected.merge(reason, (long) times, Long::sum)));
        return new Stress(
                problem.id(),
                seeds,
                proved.size(),
                rejected,
                outcomes.stream().flatMap(outcome -> outcome.faults().stream()).toList());
    }

    /** Whether no variant has a fault. */
    public boolean holds() {
        return faults.isEmpty();
    }

    /** The same numbers have the same faults. */
    private static Outcome outcome(Variation variation, long seed, Map<Map<String, String>, List<String>> proved) {
        Variation.Draw draw = variation.draw(seed);
        List<String> faults =
                proved.computeIfAbsent(draw.numbers(), numbers -> faults(variation.problem(draw, seed), seed));
        return new Outcome(
                draw,
                faults.stream().map(fault -> "seed " + seed + ": " + fault).toList());
    }

    private static List<String> faults(Problem variant, long seed) {
        Earnings earnings = new Earnings(variant);
        List<String> faults = new ArrayList<>(seed % AGAIN == 1 ? earnings.earning() : earnings.marked());
        Map<String, String> key = Sheets.key(variant);
        key.putAll(Sheets.needed(variant));
        Marking.mark(variant, key).marks().stream()
                .filter(mark -> mark.given() != null && mark.status() != MarkStatus.CORRECT)
                .forEach(mark -> faults.add("the key of " + mark.id() + " is marked " + mark.status()));
        return faults;
    }
}
