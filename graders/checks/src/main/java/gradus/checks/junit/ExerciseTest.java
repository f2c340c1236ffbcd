package gradus.checks.junit;

import gradus.checks.Examiner;
import gradus.checks.Exercise;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.checks.catalogue.Exercises;
import gradus.checks.diagnosis.Diagnoser;
import gradus.checks.recorded.RecordedHypotheses;
import gradus.checks.recorded.RecordedOracle;
import gradus.subject.LocalSubject;
import gradus.tensor.Seed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One test for each marked row of an exercise: skipped while it is not attempted, failed while it is wrong. */
public abstract class ExerciseTest {
    /** Practice always looks at the same cases; grading draws fresh ones. */
    private static final Seed PUBLIC = new Seed(42);

    private final Exercise exercise;
    private final Class<?> type;

    /** Tests the class of the exercises that belongs to this id, such as {@code dense/affine}. */
    protected ExerciseTest(String id) {
        exercise = Exercises.named(id).orElseThrow(() -> new IllegalArgumentException("there is no exercise " + id));
        type = load("gradus.exercises." + exercise.type());
    }

    /** Tests a class of one's own against an exercise. */
    ExerciseTest(String id, Class<?> type) {
        exercise = Exercises.named(id).orElseThrow();
        this.type = type;
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        Examiner examiner = new Examiner(new RecordedOracle(), new Diagnoser(new RecordedHypotheses()));
        try (LocalSubject subject = new LocalSubject(type)) {
            return examiner.examine(exercise, subject, PUBLIC).stream()
                    .map(verdict -> DynamicTest.dynamicTest(verdict.row().id(), () -> report(verdict)));
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("there is no class " + name, e);
        }
    }

    private void report(Verdict verdict) {
        if (verdict.status() == Status.PASSED) return;
        String text = new Explanation(exercise, verdict).text();
        Assumptions.assumeFalse(verdict.status() == Status.NOT_ATTEMPTED, text);
        Assertions.fail(text);
    }
}
