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

    /** What a comparison found, with a sentence about its cause before it. */
    public static Finding of(String cause, Comparison comparison, Case experiment) {
        String message = cause + " " + comparison.message();
        return new Finding(comparison.status(), message, comparison.worst(), experiment);
    }

    /** How a call ended that did not come back; no failure at all means that the result is not there. */
    public static Finding of(@Nullable Failure failure, @Nullable Case experiment) {
        if (failure == null) return of(Status.WRONG_SHAPE, "backward returned no such gradient.", experiment);
        return of(Status.of(failure.code()), message(failure), experiment);
    }

    /** How a call ended that did not come back, in a situation that no single case describes. */
    static Finding of(Failure failure, String when) {
        String message = when.isEmpty() ? message(failure) : message(failure) + " This happened " + end(when);
        return of(Status.of(failure.code()), message, (Case) null);
    }

    private static String message(Failure failure) {
        return failure.place() == null
                ? String.valueOf(failure.getMessage())
                : "%s (%s)".formatted(failure.getMessage(), failure.place());
    }

    private static String end(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** The sentence about things that were written to. */
    public static String lent(Collection<String> changed) {
        return "%s changed, although arguments and parameter values are only lent. Work on a copy."
                .formatted(String.join(" and ", changed));
    }
}
