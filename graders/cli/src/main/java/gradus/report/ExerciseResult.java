package gradus.report;

import java.util.List;

/**
 * How one exercise of a submission ended.
 *
 * @param id such as {@code dense/affine}
 * @param checks its marked rows, forward first
 * @param output the kept part of what the code printed: a stranger's text, to be escaped wherever it is shown
 */
public record ExerciseResult(
        String id, String title, double earned, double possible, List<CheckResult> checks, String output) {

    public ExerciseResult {
        checks = List.copyOf(checks);
    }

    /** The points add up from the rows. */
    public static ExerciseResult of(String id, String title, List<CheckResult> checks, String output) {
        double earned = checks.stream().mapToDouble(CheckResult::earned).sum();
        double possible = checks.stream().mapToDouble(CheckResult::possible).sum();
        return new ExerciseResult(id, title, earned, possible, checks, output);
    }
}
