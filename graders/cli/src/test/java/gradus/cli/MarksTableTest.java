package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Status;
import gradus.report.CheckResult;
import gradus.report.ExerciseResult;
import gradus.report.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTableTest {

    @Test
    void counts_what_is_right_wrong_stopped_and_blank() {
        String table = MarksTable.of(List.of(
                result(
                        "alice",
                        2,
                        Status.PASSED,
                        Status.FAILED,
                        Status.WRONG_SHAPE,
                        Status.TIMEOUT,
                        Status.NOT_ATTEMPTED),
                result("bob", 0.5, Status.PASSED, Status.INFRA)));

        assertThat(table).isEqualToNormalizingNewlines("""
                        submission                         marks    %   right  wrong  stopped  blank
                        alice                              2 / 5   40       1      2        1      1
                        bob                              0.5 / 2   25       1      0        0     1*
                        """);
    }

    @Test
    void no_line_is_longer_than_eighty_columns() {
        String table = MarksTable.of(List.of(result("x".repeat(200) + "\u001b[31m\n", 1234.75, Status.PASSED)));

        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static Result result(String name, double earned, Status... statuses) {
        List<CheckResult> checks = List.of(statuses).stream()
                .map(status -> new CheckResult("row", status, 0, 1, null, null, null, "message"))
                .toList();
        return new Result(
                Result.SCHEMA,
                name,
                "",
                "1",
                "0.1.0",
                "17",
                "bwrap",
                earned,
                checks.size(),
                0,
                List.of(ExerciseResult.of("a/b", "B", checks, "")),
                0,
                List.of(),
                null);
    }
}
