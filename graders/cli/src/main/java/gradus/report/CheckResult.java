package gradus.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.checks.Diagnosis;
import gradus.checks.Status;
import gradus.checks.Verdict;
import gradus.checks.Worst;
import org.jspecify.annotations.Nullable;

/**
 * How one marked row ended.
 *
 * @param id such as {@code backward.dW}
 * @param message what was seen, for the student
 * @param worst the entry that is furthest off, or null
 * @param diagnosis why it is wrong, where that is known, or null
 * @param experiment the case that showed it, or null; {@code case} in JSON
 */
public record CheckResult(
        String id,
        Status status,
        double earned,
        double possible,
        @Nullable Worst worst,
        @Nullable Diagnosis diagnosis,
        @JsonProperty("case") @Nullable String experiment,
        String message) {

    public static CheckResult of(Verdict verdict) {
        return new CheckResult(
                verdict.row().id(),
                verdict.status(),
                verdict.earned(),
                verdict.row().points(),
                verdict.worst(),
                verdict.diagnosis(),
                verdict.experiment(),
                verdict.message());
    }

    /** The same row with another status. */
    public CheckResult withStatus(Status other) {
        return new CheckResult(id, other, earned, possible, worst, diagnosis, experiment, message);
    }

    /** Whether a fault on our side left the row open. */
    @JsonIgnore
    public boolean isPending() {
        return status == Status.INFRA;
    }
}
