package gradus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.checks.Diagnosis;
import gradus.checks.Status;
import gradus.report.CheckResult;
import gradus.report.ExerciseResult;
import gradus.report.Result;
import gradus.report.ResultFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Reads what {@code grade} wrote.
 *
 * @param out the output folder
 */
record Book(Path out) {

    Result result(String submission) {
        return new ResultFile(out, submission).read().orElseThrow();
    }

    ExerciseResult exercise(String submission, String id) {
        return result(submission).exercises().stream()
                .filter(exercise -> exercise.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<Status> statuses(String submission, String id) {
        return exercise(submission, id).checks().stream()
                .map(CheckResult::status)
                .toList();
    }

    /** The message that all rows of an exercise share. */
    String message(String submission, String id) {
        List<String> messages = exercise(submission, id).checks().stream()
                .map(CheckResult::message)
                .distinct()
                .toList();
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    List<String> misconceptions(String submission) {
        return result(submission)
                .checks()
                .map(CheckResult::diagnosis)
                .filter(Objects::nonNull)
                .map(Diagnosis::misconception)
                .distinct()
                .toList();
    }
}
