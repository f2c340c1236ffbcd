package gradus.problems;

import gradus.problems.kind.Rubric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A problem as a student reads it: statement, given numbers, what is asked; no keys. */
public final class ProblemText {
    private ProblemText() {}

    /** The problem as text of at most 80 columns. */
    public static String of(Problem problem) {
        Lines lines = new Lines();
        lines.spread(problem.id() + ": " + problem.title(), credits(problem.credits()));
        lines.wrapped("", problem.source());
        problem.seed().ifPresent(seed -> lines.wrapped("", "Variant " + seed + ", with other numbers."));
        lines.add("");
        for (String paragraph : problem.statement().split("\n\n", -1)) {
            lines.wrapped("", paragraph.replace('\n', ' ')).add("");
        }
        given(problem, lines);
        problem.conventions().forEach(convention -> lines.wrapped("  ", convention));
        problem.parts().forEach(part -> part(part, lines));
        lines.add("")
                .wrapped(
                        "",
                        "Answer with: ./gradus check " + problem.id()
                                + problem.seed()
                                        .map(seed -> " --variant " + seed + " ")
                                        .orElse(" ")
                                + problem.ids().get(0) + "=...");
        return lines.toString();
    }

    /** All problems, one a line. */
    public static String list(List<Problem> problems) {
        Lines lines = new Lines();
        problems.forEach(problem -> lines.spread(
                String.format(Locale.ROOT, "%-14s %s", problem.id(), problem.title()), credits(problem.credits())));
        return lines.toString();
    }

    private static void given(Problem problem, Lines lines) {
        problem.shown()
                .forEach((role, names) -> lines.wrapped(
                        "  ",
                        names.stream()
                                .map(name -> name + "\u00a0=\u00a0"
                                        + Figures.of(problem.model().value(name)))
                                .collect(Collectors.joining(", "))));
    }

    private static void part(Part part, Lines lines) {
        lines.add("").spread(part.id() + "  " + part.ask(), credits(part.credits()));
        part.questions().forEach(question -> question(question, lines));
    }

    private static void question(Question question, Lines lines) {
        lines.spread(
                String.format(Locale.ROOT, "  %-8s %s", question.id(), question.ask()),
                question.credits() > 0 ? Figures.of(question.credits()) : "");
        options(question).forEach(option -> lines.wrapped("             ", option));
    }

    /** The points of a rubric, which are shown only once the student assesses an answer. */
    private static List<String> points(Rubric rubric) {
        return rubric.points().entrySet().stream()
                .map(point -> point.getKey() + ") " + point.getValue().text() + " ("
                        + Figures.of(point.getValue().credits()) + ")")
                .toList();
    }

    /** What is to be seen when a question is asked: its options or, to be assessed, its points, and how to answer. */
    public static List<String> asked(Question question) {
        List<String> lines = new ArrayList<>();
        question.kind()
                .filter(Rubric.class::isInstance)
                .map(Rubric.class::cast)
                .ifPresent(rubric -> lines.addAll(points(rubric)));
        lines.addAll(options(question));
        return lines;
    }

    /** What is to be seen below a question: how to answer, and options or items. */
    private static List<String> options(Question question) {
        return question.kind()
                .map(kind -> {
                    List<String> options = new ArrayList<>();
                    kind.shown().forEach((name, text) -> options.add(name + ")\u00a0" + text));
                    options.add("(" + kind.form() + ")");
                    return options;
                })
                .orElse(List.of());
    }

    private static String credits(double credits) {
        return Figures.of(credits) + (credits == 1 ? " credit" : " credits");
    }
}
