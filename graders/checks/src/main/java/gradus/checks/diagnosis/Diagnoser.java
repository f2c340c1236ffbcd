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

    /** The first known mistake, else the first pattern, that fits everything seen of the row and explains at least one wrong result. */
    public Optional<Diagnosis> diagnose(Exercise exercise, Row row, List<Observation> observations) {
        return hypotheses.about(exercise).stream()
                .filter(hypothesis -> explains(hypothesis, row, observations))
                .map(Hypothesis::diagnosis)
                .findFirst()
                .or(() -> Pattern.all().stream()
                        .filter(pattern -> pattern.explains(row, observations))
                        .map(Pattern::diagnosis)
                        .findFirst());
    }

    private static boolean explains(Hypothesis hypothesis, Row row, List<Observation> observations) {
        boolean evidence = false;
        for (Observation seen : observations) {
            Optional<Outcome> supposed = hypothesis.conduct().on(seen.experiment());
            if (supposed.isEmpty()) continue;
            Sameness sameness = new Sameness(seen.experiment(), row);
            if (sameness.holds(supposed.get(), seen.outcome())) {
                evidence |= !sameness.holds(Sameness.right(seen.expected()), seen.outcome());
            } else if (!sameness.bothFailed(supposed.get(), seen.outcome())) {
                return false;
            }
        }
        return evidence;
    }
}
