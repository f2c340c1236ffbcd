package gradus.report;

import gradus.checks.Diagnosis;
import gradus.checks.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code results.json} as Gradescope's autograder reads it. */
final class Gradescope implements Report {

    @Override
    public String name() {
        return "gradescope";
    }

    @Override
    public void submission(Result result, Path folder) throws IOException {
        ResultFile.replace(folder.resolve("results.json"), ResultFile.json(content(result)));
    }

    private static Map<String, Object> content(Result result) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("score", result.earned());
        content.put("execution_time", result.wallSeconds());
        content.put(
                "output",
                Stream.concat(Stream.ofNullable(result.error()), result.notes().stream())
                        .map(Plain::text)
                        .collect(Collectors.joining("\n")));
        content.put("output_format", "text");
        content.put("test_output_format", "text");
        content.put("stdout_visibility", "hidden");
        content.put(
                "tests", result.exercises().stream().flatMap(Gradescope::tests).toList());
        return content;
    }

    private static Stream<Map<String, Object>> tests(ExerciseResult exercise) {
        return exercise.checks().stream().map(check -> test(exercise, check));
    }

    private static Map<String, Object> test(ExerciseResult exercise, CheckResult check) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("name", exercise.id() + " " + check.id());
        test.put("score", check.earned());
        test.put("max_score", check.possible());
        test.put("status", check.status() == Status.PASSED ? "passed" : "failed");
        test.put("output", words(check));
        test.put("tags", tags(exercise, check));
        return test;
    }

    private static List<String> tags(ExerciseResult exercise, CheckResult check) {
        Diagnosis diagnosis = check.diagnosis();
        Stream<String> mistake =
                diagnosis == null ? Stream.of() : Stream.of("misconception:" + diagnosis.misconception());
        return Stream.concat(Stream.of(exercise.id(), check.status().name()), mistake)
                .toList();
    }

    /** Message, diagnosis and hint, a line each. */
    static String words(CheckResult check) {
        Diagnosis diagnosis = check.diagnosis();
        return Stream.of(
                        check.message(),
                        diagnosis == null ? null : diagnosis.message(),
                        diagnosis == null ? null : diagnosis.hint())
                .filter(Objects::nonNull)
                .map(Plain::text)
                .collect(Collectors.joining("\n"));
    }
}
