package gradus.report;

import gradus.checks.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code annotations.txt}, workflow commands for GitHub Actions to print; no more than the ten of a kind that a step may show. */
final class GithubAnnotations implements Report {

    private static final int MOST = 9;

    @Override
    public String name() {
        return "github";
    }

    @Override
    public void submission(Result result, Path folder) throws IOException {
        ResultFile.replace(folder.resolve("annotations.txt"), text(result));
    }

    static String text(Result result) {
        List<String> all =
                result.exercises().stream().flatMap(GithubAnnotations::lines).toList();
        String rest = all.size() > MOST
                ? "::error title=Gradus::" + (all.size() - MOST) + " more rows are not right yet\n"
                : "";
        return all.stream().limit(MOST).collect(Collectors.joining()) + rest;
    }

    private static Stream<String> lines(ExerciseResult exercise) {
        return exercise.checks().stream()
                .filter(check -> check.status() != Status.PASSED)
                .map(check -> "::%s title=%s::%s\n"
                        .formatted(
                                check.isPending() ? "notice" : "error",
                                property(exercise.id() + " " + check.id() + " "
                                        + check.status().name().toLowerCase(Locale.ROOT)),
                                data(Gradescope.words(check))));
    }

    /** A stranger's text cannot begin a command of its own: line breaks are written as codes. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
