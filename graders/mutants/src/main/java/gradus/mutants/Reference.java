package gradus.mutants;

import gradus.checks.Exercise;
import gradus.checks.LiveOracle;
import gradus.checks.Oracle;
import gradus.subject.LocalSubject;

/** Finds the solution of an exercise. */
public final class Reference {

    private Reference() {}

    /** The class that solves the exercise. */
    public static Class<?> type(Exercise exercise) {
        String name = "gradus.reference." + exercise.type();
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(exercise.id() + ": expected the reference " + name + " but got none.", e);
        }
    }

    /** Fresh experiments, valued by the solutions. */
    public static Oracle oracle() {
        return new LiveOracle(exercise -> new LocalSubject(type(exercise)));
    }
}
