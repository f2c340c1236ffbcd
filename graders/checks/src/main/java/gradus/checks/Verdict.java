package gradus.checks;

import org.jspecify.annotations.Nullable;

/**
 * How a marked row ended.
 *
 * @param earned points, never more than {@code row.points()}
 * @param message what was seen, one or two lines
 * @param experiment the case that showed it; null where no case was run
 */
public record Verdict(
        Row row,
        Status status,
        double earned,
        String message,
        @Nullable Worst worst,
        @Nullable Diagnosis diagnosis,
        @Nullable String experiment) {

    /** The verdict of a row that ended before any check of its own could run. */
    public static Verdict unearned(Row row, Status status, String message) {
        return new Verdict(row, status, 0, message, null, null, null);
    }

    public static Verdict passed(Row row, String message) {
        return new Verdict(row, Status.PASSED, row.points(), message, null, null, null);
    }
}
