package gradus.mutants;

import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Experiment;
import gradus.checks.Oracle;
import gradus.checks.Outcome;
import gradus.subject.LocalSubject;
import gradus.tensor.Seed;
import java.util.List;

/** Draws fresh experiments and values them by the reference. */
public final class LiveOracle implements Oracle {

    @Override
    public List<Valued> valued(Exercise exercise, Seed seed) {
        LocalSubject reference = new LocalSubject(reference(exercise));
        return exercise.cases().compared(seed).stream()
                .map(experiment -> valued(exercise, reference, experiment))
                .toList();
    }

    private static Valued valued(Exercise exercise, LocalSubject reference, Case experiment) {
        Outcome outcome = Experiment.run(exercise, reference, experiment);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return new Valued(experiment, outcome.values());
    }

    /** The class that solves the exercise. */
    public static Class<?> reference(Exercise exercise) {
        String name = "gradus.reference." + exercise.type();
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(exercise.id() + ": expected the reference " + name + " but got none.", e);
        }
    }
}
