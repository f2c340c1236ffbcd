package gradus.checks;

import gradus.subject.Failure;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Why a row does not pass.
 *
 * @param experiment the case that showed it
 */
public record Finding(
        Status status,
        String message,
        @Nullable Worst worst,
        @Nullable Case experiment) {

    public static Finding of(Status status, String message, @Nullable Case experiment) {
        return new Finding(status, message, null, experiment);
    }

    /** What a comparison that did not pass found on this case. */
    public static Finding of(Comparison comparison, Case experiment) {
        return new Finding(comparison.status(), String.valueOf(comparison.message()), comparison.worst(), experiment);
    }

    /** How a call ended that did not come back; no failure at all means that the result is not there. */
    public static Finding of(@Nullable Failure failure, @Nullable Case experiment) {
        if (failure == null) return of(Status.WRONG_SHAPE, "backward returned no such gradient.", experiment);
        String place = failure.place() == null ? "" : " (" + failure.place() + ")";
        return of(Status.of(failure.code()), failure.getMessage() + place, experiment);
    }

    /** The sentence about things that were written to. */
    public static String lent(Collection<String> changed) {
        return "%s changed, although arguments and parameter values are only lent. Work on a copy."
                .formatted(String.join(" and ", changed));
    }
}
