package gradus.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical result of one submission, from which every report is made; fields may be added at the end, none changed.
 *
 * @param sha256 digest of the Java sources that were graded
 * @param seed of the fresh experiments; the same seed gives the same marks
 * @param gradus version of the grader
 * @param jdk version of Java
 * @param sandbox {@code bwrap} or {@code process}
 * @param possible points of all rows, whatever happened to them
 * @param wallSeconds how long grading took, seconds
 * @param pending points of the rows that a fault on our side left open: neither earned nor lost
 * @param notes what was left out or guessed while reading
 * @param error why nothing could be graded, or null
 */
@JsonPropertyOrder({
    "schema",
    "submission",
    "sha256",
    "seed",
    "gradus",
    "jdk",
    "sandbox",
    "earned",
    "possible",
    "wallSeconds",
    "exercises",
    "pending",
    "notes",
    "error"
})
public record Result(
        String schema,
        String submission,
        String sha256,
        String seed,
        String gradus,
        String jdk,
        String sandbox,
        double earned,
        double possible,
        double wallSeconds,
        List<ExerciseResult> exercises,
        double pending,
        List<String> notes,
        @Nullable String error) {

    public static final String SCHEMA = "gradus.result/1";

    public Result {
        exercises = List.copyOf(exercises);
        notes = List.copyOf(notes);
    }

    /** Every row of every exercise. */
    public Stream<CheckResult> checks() {
        return exercises.stream().flatMap(exercise -> exercise.checks().stream());
    }

    /** Whether some rows are still open because of a fault on our side. */
    public boolean hasPending() {
        return checks().anyMatch(CheckResult::isPending);
    }
}
