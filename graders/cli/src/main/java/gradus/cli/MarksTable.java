package gradus.cli;

import gradus.checks.Status;
import gradus.report.CheckResult;
import gradus.report.Marks;
import gradus.report.Plain;
import gradus.report.Result;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The marks of all submissions as a table that fits 80 columns. */
final class MarksTable {

    private static final int NAME_WIDTH = 26;
    private static final String FORMAT = "%-" + NAME_WIDTH + "s %13s %4s %7s %6s %8s %6s%n";
    private static final Set<Status> STOPPED = EnumSet.of(
            Status.COMPILE_ERROR,
            Status.EXCEPTION,
            Status.TIMEOUT,
            Status.OUT_OF_MEMORY,
            Status.EXITED,
            Status.FORBIDDEN);

    private MarksTable() {}

    static String of(List<Result> results) {
        return header() + results.stream().map(MarksTable::line).collect(Collectors.joining());
    }

    private static String header() {
        return FORMAT.formatted("submission", "marks", "%", "right", "wrong", "stopped", "blank");
    }

    private static String line(Result result) {
        long right = count(result, EnumSet.of(Status.PASSED));
        long stopped = count(result, STOPPED);
        long blank = count(result, EnumSet.of(Status.NOT_ATTEMPTED, Status.INFRA));
        return FORMAT.formatted(
                shortened(Plain.line(result.submission())),
                Marks.text(result.earned()) + " / " + Marks.text(result.possible()),
                Marks.percent(result.earned(), result.possible()),
                right,
                result.checks().count() - right - stopped - blank,
                stopped,
                blank + (result.hasPending() ? "*" : ""));
    }

    private static long count(Result result, Set<Status> statuses) {
        return result.checks()
                .map(CheckResult::status)
                .filter(statuses::contains)
                .count();
    }

    /** A progress line: {@code alice 12.5 / 19}. */
    static String brief(Result result) {
        String marks = Marks.text(result.earned()) + " / " + Marks.text(result.possible());
        return String.format(
                Locale.ROOT, "%-" + NAME_WIDTH + "s %13s", shortened(Plain.line(result.submission())), marks);
    }

    private static String shortened(String name) {
        return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 3) + "...";
    }
}
