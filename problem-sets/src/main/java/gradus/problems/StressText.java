package gradus.problems;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Stress tests for people: a line for each problem, why candidates were rejected, and faults below it. */
public final class StressText {
    private static final int MOST = 5;

    private StressText() {}

    /** One problem as text of at most 80 columns. */
    public static String of(Stress stress) {
        Lines lines = new Lines();
        long rejected = stress.rejected().values().stream().mapToLong(n -> n).sum();
        lines.spread(
                String.format(
                        Locale.ROOT,
                        "%-14s %d variants, %d of them different; %d candidates rejected",
                        stress.problem(),
                        stress.accepted(),
                        stress.distinct(),
                        rejected),
                stress.holds() ? "holds" : "FALLS SHORT");
        reasons(lines, stress.rejected());
        stress.faults().stream().limit(MOST).forEach(fault -> lines.wrapped("    ", fault));
        return lines.toString();
    }

    private static void reasons(Lines lines, Map<Rejection, Long> rejected) {
        Stream.of(Rejection.values())
                .filter(rejected::containsKey)
                .forEach(reason ->
                        lines.add(String.format(Locale.ROOT, "%10d  %s", rejected.get(reason), reason.why())));
    }

    /** The sum over all problems. */
    public static String sum(List<Stress> all) {
        Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
        all.forEach(stress -> stress.rejected().forEach((reason, times) -> rejected.merge(reason, times, Long::sum)));
        Lines lines = new Lines()
                .add("")
                .wrapped(
                        "",
                        all.stream().mapToLong(Stress::accepted).sum() + " variants of " + all.size()
                                + (all.size() == 1 ? " problem, " : " problems, ")
                                + all.stream().mapToLong(Stress::distinct).sum()
                                + " of them different; slips that earn a mark: "
                                + all.stream()
                                        .mapToLong(stress -> stress.faults().size())
                                        .sum() + ".");
        reasons(lines, rejected);
        return lines.toString();
    }
}
