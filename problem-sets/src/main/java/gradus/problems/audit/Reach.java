package gradus.problems.audit;

import gradus.problems.Marking;
import gradus.problems.Problem;
import gradus.problems.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the bank and the examiner reach.
 *
 * @param published how many values of the sources are recomputed, and how many agree or differ by a known misprint
 * @param milliseconds time to mark one right sheet once everything is loaded
 */
public record Reach(List<Catalogue.Coverage> catalogue, Tally published, List<Tally> sheets, double milliseconds) {
    private static final double NANOS = 1e6;

    public Reach {
        catalogue = List.copyOf(catalogue);
        sheets = List.copyOf(sheets);
    }

    /** Measures with so many generated sheets of each sort. */
    public static Reach of(List<Problem> bank, int sheets, long seed) {
        List<Tally> tallies = new ArrayList<>();
        tallies.add(RightSheets.run(bank, sheets, seed));
        tallies.addAll(SlipSheets.run(bank, sheets, seed));
        tallies.addAll(AfreshSheets.run(bank, sheets, seed));
        tallies.add(GamingSheets.run(bank, sheets, seed));
        return new Reach(Catalogue.coverage(bank), published(bank), tallies, milliseconds(bank));
    }

    private static Tally published(List<Problem> bank) {
        Tally.Counter counter = new Tally.Counter("published values that agree or are explained");
        bank.forEach(problem -> Verification.of(problem)
                .comparisons()
                .forEach(comparison -> counter.add(
                        !comparison.unexplained(),
                        problem.id() + " " + comparison.answer() + ": " + comparison.published() + ", computed "
                                + comparison.computed())));
        return counter.tally();
    }

    private static double milliseconds(List<Problem> bank) {
        List<Map<String, String>> sheets = bank.stream()
                .map(problem -> Worked.out(problem, problem.model(), new Hand(5, Hand.Notation.POINT), false))
                .toList();
        long start = System.nanoTime();
        for (int i = 0; i < sheets.size(); i++) {
            Marking.mark(bank.get(i), sheets.get(i));
        }
        return (System.nanoTime() - start) / NANOS / Math.max(1, sheets.size());
    }

    /** Whether nothing generated was marked otherwise than it should, and every published value is explained. */
    public boolean holds() {
        return published.holds() && sheets.stream().allMatch(Tally::reaches);
    }
}
