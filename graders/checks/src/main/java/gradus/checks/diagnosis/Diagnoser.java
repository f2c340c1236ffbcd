package gradus.checks.diagnosis;

import gradus.checks.Diagnosis;
import gradus.checks.Examination.Observation;
import gradus.checks.Exercise;
import gradus.checks.Outcome;
import gradus.checks.Row;
import java.util.List;
import java.util.Optional;

/** Finds the mistake that explains every observation of a row. */
public final class Diagnoser {
    private final Hypotheses hypotheses;

    public Diagnoser(Hypotheses hypotheses) {
        this.hypotheses = hypotheses;
    }

    /** Knows no mistakes, only patterns. */
    public static Diagnoser ofPatterns() {
        return new Diagnoser(exercise -> List.of());
    }

    /**
     * The first known mistake that fits everything seen of the row and explains at least one wrong result, else the first such pattern. A
     * mistake that also fits all other rows goes before one that does not: a gradient alone cannot tell a forgotten mean from a sum.
     */
    public Optional<Diagnosis> diagnose(Exercise exercise, Row row, List<Observation> observations) {
        List<Hypothesis> fitting = hypotheses.about(exercise).stream()
                .filter(hypothesis -> explains(hypothesis, row, observations))
                .toList();
        return fitting.stream()
                .filter(hypothesis -> exercise.rows().stream().allMatch(any -> fits(hypothesis, any, observations)))
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .map(Hypothesis::diagnosis)
                .or(() -> pattern(row, observations));
    }

    private static Optional<Diagnosis> pattern(Row row, List<Observation> observations) {
        return Pattern.all().stream()
                .filter(pattern -> pattern.explains(row, observations))
                .map(Pattern::diagnosis)
                .findFirst();
    }

    private static boolean explains(Hypothesis hypothesis, Row row, List<Observation> observations) {
        return fits(hypothesis, row, observations)
                && observations.stream().anyMatch(seen -> isEvidence(hypothesis, row, seen));
    }

    /** True if nothing that was seen of the row speaks against the mistake. */
    private static boolean fits(Hypothesis hypothesis, Row row, List<Observation> observations) {
        for (Observation seen : observations) {
            Optional<Outcome> supposed = hypothesis.conduct().on(seen.experiment());
            Sameness sameness = new Sameness(seen.experiment(), row);
            boolean fits = supposed.isEmpty()
                    || sameness.holds(supposed.get(), seen.outcome())
                    || sameness.bothFailed(supposed.get(), seen.outcome());
            if (!fits) return false;
        }
        return true;
    }

    /** True if the mistake foresees this very result, and the result is wrong. */
    private static boolean isEvidence(Hypothesis hypothesis, Row row, Observation seen) {
        Sameness sameness = new Sameness(seen.experiment(), row);
        return !sameness.holds(Sameness.right(seen.expected()), seen.outcome())
                && hypothesis
                        .conduct()
                        .on(seen.experiment())
                        .filter(supposed -> sameness.holds(supposed, seen.outcome()))
                        .isPresent();
    }
}
