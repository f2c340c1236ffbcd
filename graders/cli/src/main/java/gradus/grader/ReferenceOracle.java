package gradus.grader;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Experiment;
import gradus.checks.Oracle;
import gradus.checks.Outcome;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.util.List;

/** Fresh experiments, valued by running the reference in this process, where no student's code runs. */
public final class ReferenceOracle implements Oracle {

    @Override
    public List<Valued> valued(Exercise exercise, Seed seed) {
        try (Subject reference = reference(exercise)) {
            return exercise.cases().compared(seed).stream()
                    .map(experiment -> valued(exercise, reference, experiment))
                    .toList();
        }
    }

    private static Valued valued(Exercise exercise, Subject reference, Case experiment) {
        Outcome outcome = Experiment.run(exercise, reference, experiment);
        if (outcome.failure() != null) {
            throw new IllegalStateException(
                    exercise.id() + ": the reference fails on " + experiment.text(), outcome.failure());
        }
        return new Valued(experiment, outcome.values());
    }

    /** The reference solution of an exercise as a subject. */
    public static Subject reference(Exercise exercise) {
        try {
            return new LocalSubject(Class.forName("gradus.reference." + exercise.type()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    exercise.id() + ": there is no reference gradus.reference." + exercise.type(), e);
        }
    }
}
