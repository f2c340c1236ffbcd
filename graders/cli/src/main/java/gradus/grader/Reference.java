package gradus.grader;

import gradus.checks.Exercise;
import gradus.subject.LocalSubject;
import gradus.subject.Subject;

/** The reference solutions, which run in this process and never beside a student's code. */
public final class Reference {

    private static final String PACKAGE = "gradus.reference.";

    private Reference() {}

    /** The reference solution of an exercise. */
    public static Subject of(Exercise exercise) {
        try {
            return new LocalSubject(Class.forName(PACKAGE + exercise.type()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(exercise.id() + ": there is no " + PACKAGE + exercise.type(), e);
        }
    }
}
