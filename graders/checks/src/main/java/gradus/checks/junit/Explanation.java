package gradus.checks.junit;

import gradus.checks.Diagnosis;
import gradus.checks.Exercise;
import gradus.checks.Numbers;
import gradus.checks.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * A verdict as a student reads it in a terminal.
 *
 * <pre>{@code
 * dense/affine backward.db   FAILED   0 / 1
 *   db is wrong in every entry. db[0]: expected 0.62 but got 0.124.
 *   Your db is the right one divided by N, the number of samples.
 *   hint: ...
 *   case: x (5, 7), w (7, 3), b (3), normal values
 *   rerun: mvn -pl exercises -am test -Dtest=AffineTest -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
public record Explanation(Exercise exercise, Verdict verdict) {

    /** The whole text, at most seven lines. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(verdict.message());
        Diagnosis diagnosis = verdict.diagnosis();
        if (diagnosis != null) {
            lines.add(diagnosis.message());
            lines.add("hint: " + diagnosis.hint());
        }
        if (verdict.experiment() != null) lines.add("case: " + verdict.experiment());
        lines.add("rerun: mvn -pl exercises -am test -Dtest=%sTest -Dsurefire.failIfNoSpecifiedTests=false"
                .formatted(exercise.name()));
        return head() + "\n  " + String.join("\n  ", lines);
    }

    private String head() {
        return "%s %s   %s   %s / %s"
                .formatted(
                        exercise.id(),
                        verdict.row().id(),
                        verdict.status(),
                        Numbers.show(verdict.earned()),
                        Numbers.show(verdict.row().points()));
    }
}
