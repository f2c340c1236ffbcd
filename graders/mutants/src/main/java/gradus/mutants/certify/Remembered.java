package gradus.mutants.certify;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Outcome;
import gradus.checks.diagnosis.Hypotheses;
import gradus.checks.diagnosis.Hypothesis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hypotheses about one exercise, each of which runs once for a case, however many classes it is held against. */
final class Remembered implements Hypotheses {
    private final List<Hypothesis> hypotheses;

    Remembered(Hypotheses source, Exercise exercise) {
        hypotheses = source.about(exercise).stream().map(Remembered::remembered).toList();
    }

    private static Hypothesis remembered(Hypothesis hypothesis) {
        Map<Case, Optional<Outcome>> outcomes = new HashMap<>();
        return new Hypothesis(
                hypothesis.diagnosis(),
                experiment -> outcomes.computeIfAbsent(
                        experiment, unseen -> hypothesis.conduct().on(unseen)));
    }

    @Override
    public List<Hypothesis> about(Exercise exercise) {
        return hypotheses;
    }
}
