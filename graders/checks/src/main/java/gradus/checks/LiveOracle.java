package gradus.checks;

import gradus.subject.Subject;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Values fresh experiments by running trusted code on them. */
public final class LiveOracle implements Oracle {
    private final Function<Exercise, Subject> truth;

    /** @param truth the trusted code for each exercise; it is closed after use */
    public LiveOracle(Function<Exercise, Subject> truth) {
        this.truth = truth;
    }

    /**
     * Fresh experiments from the seed.
     *
     * @throws IllegalStateException if the trusted code fails
     */
    @Override
    public List<Valued> valued(Exercise exercise, Seed seed) {
        List<Valued> valued = new ArrayList<>();
        try (Subject subject = truth.apply(exercise)) {
            for (Case experiment : exercise.cases().compared(seed.named("compared"))) {
                Outcome outcome = Experiment.run(exercise, subject, experiment);
                if (outcome.failure() != null) throw new IllegalStateException(exercise.id(), outcome.failure());
                valued.add(new Valued(experiment, outcome.values()));
            }
        }
        return valued;
    }
}
