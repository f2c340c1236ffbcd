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

    /** @param id of the exercise, such as {@code dense/affine} */
    protected ExerciseTest(String id) {
        exercise = Exercises.named(id).orElseThrow(() -> new IllegalArgumentException("there is no exercise " + id));
    }

    @TestFactory
    Stream<DynamicTest> rows() throws ClassNotFoundException {
        Class<?> type = Class.forName(
                "gradus.exercises." + exercise.type(), true, getClass().getClassLoader());
        Examiner examiner = new Examiner(new RecordedOracle(), new Diagnoser(new RecordedHypotheses()));
        try (LocalSubject subject = new LocalSubject(type)) {
            return examiner.examine(exercise, subject, PUBLIC).stream()
                    .map(verdict -> DynamicTest.dynamicTest(verdict.row().id(), () -> report(verdict)));
        }
    }

    private void report(Verdict verdict) {
        if (verdict.status() == Status.PASSED) return;
        String text = new Explanation(exercise, verdict).text();
        Assumptions.assumeFalse(verdict.status() == Status.NOT_ATTEMPTED, text);
        Assertions.fail(text);
    }
}
