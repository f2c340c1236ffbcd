package gradus.checks;

import gradus.subject.Failure;
import gradus.subject.Subject;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Runs a case on a subject: one forward pass, two backward passes. */
public final class Experiment {

    private Experiment() {}

    /**
     * Runs the whole case; the second backward pass shows gradients that are overwritten and caches that are used up.
     *
     * @throws Failure if the subject is gone or not to be had at all; a plain exception of its code is part of the outcome
     */
    public static Outcome run(Exercise exercise, Subject subject, Case experiment) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Map<String, Tensor> again = new LinkedHashMap<>();
        Set<String> changed = new TreeSet<>();
        try (Session session = new Session(exercise, subject, experiment)) {
            values.put(exercise.forward().id(), session.forward(experiment.inputs()));
            Gradients first = session.backward(experiment.upstreams());
            values.putAll(first.values());
            again.putAll(session.backward(experiment.upstreams()).values());
            changed.addAll(session.changed());
            return new Outcome(values, again, changed, first.failure());
        } catch (Failure failure) {
            if (!isOrdinary(failure)) throw failure;
            return new Outcome(values, again, changed, failure);
        }
    }

    /** Runs the forward pass only. */
    public static Outcome forward(Exercise exercise, Subject subject, Case experiment) {
        try (Session session = new Session(exercise, subject, experiment)) {
            Tensor y = session.forward(experiment.inputs());
            return new Outcome(Map.of(exercise.forward().id(), y), Map.of(), Set.copyOf(session.changed()), null);
        } catch (Failure failure) {
            if (!isOrdinary(failure)) throw failure;
            return new Outcome(Map.of(), Map.of(), Set.of(), failure);
        }
    }

    /** True if the code answered, if only by an exception or a wrong kind of result, so that the next case may still work. */
    static boolean isOrdinary(Failure failure) {
        return failure.code() == Failure.Code.EXCEPTION || failure.code() == Failure.Code.WRONG_RETURN;
    }
}
