package gradus.mutants;

import gradus.checks.Exercise;
import gradus.checks.Experiment;
import gradus.checks.diagnosis.Hypotheses;
import gradus.checks.diagnosis.Hypothesis;
import gradus.subject.LocalSubject;
import java.util.List;
import java.util.Optional;

/** Supposes every misconception of the catalogue in turn, by running its mutants. */
public final class LiveHypotheses implements Hypotheses {

    @Override
    public List<Hypothesis> about(Exercise exercise) {
        return Mutants.of(exercise.id()).stream()
                .map(mutant -> hypothesis(exercise, mutant))
                .toList();
    }

    private static Hypothesis hypothesis(Exercise exercise, Mutant mutant) {
        LocalSubject subject = new LocalSubject(mutant.type());
        return new Hypothesis(
                mutant.diagnosis(), experiment -> Optional.of(Experiment.run(exercise, subject, experiment)));
    }
}
