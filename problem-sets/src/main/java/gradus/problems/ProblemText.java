package gradus.problems;

import gradus.problems.kind.Kind;
import gradus.problems.kind.Rubric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A problem as a student reads it: statement, given numbers, what is asked; no keys. */
public final class ProblemText {
    private ProblemText() {}

    /** The problem as text of at most 80 columns. */
    public static String of(Problem problem) {
        return text(problem, false);
    }

    /** The same with the points that rubrics look for: for who has written the answers down. */
    public static String withPoints(Problem problem) {
        return text(problem, true);
    }

    private static String text(Problem problem, boolean points) {
        Lines lines = new Lines();
        lines.spread(problem.id() + ": " + problem.title(), credits(problem.credits()));
        lines.wrapped("", problem.source());
        problem.seed().ifPresent(seed -> lines.wrapped("", "Variant " + seed + ", with other numbers."));
        lines.add("");
        for (String paragraph : problem.statement().split("\n\n", -1)) {
            lines.wrapped("", paragraph.replace('\n', ' ')).add("");
        }
        problem.figure().ifPresent(figure -> lines.wrapped("", figure.words()).add(""));
        given(problem, lines);
        problem.conventions().forEach(convention -> lines.wrapped("  ", convention));
        problem.parts().forEach(part -> part(problem, part, lines, points));
        how(problem, lines, points);
        return lines.toString();
    }

    private static void how(Problem problem, Lines lines, boolean points) {
        String variant = problem.seed().map(seed -> " --variant " + seed).orElse("");
        lines.add("")
                .wrapped(
                        "",
                        "Answer with: ./gradus check " + problem.id() + variant + " "
                                + problem.ids().get(0) + "=...");
        if (problem.questions().stream().anyMatch(question -> question.isComputed() && !question.counts())) {
            lines.wrapped(
                    "", "Numbers may be decimals with at least three digits that count, fractions or expressions.");
        }
        if (!points && problem.questions().stream().anyMatch(ProblemText::isRubric)) {
            lines.wrapped("", "You assess answers in words yourself. What counts, once they are written, is shown by:")
                    .wrapped("", "./gradus problems show " + problem.id() + variant + " --points");
        }
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

    private static void part(Problem problem, Part part, Lines lines, boolean points) {
        lines.add("").spread(part.id() + "  ", part.ask(), credits(part.credits()));
        part.figure().ifPresent(figure -> lines.wrapped("  ", figure.words()));
        part.questions().forEach(question -> question(problem, question, lines, points));
    }

    private static void question(Problem problem, Question question, Lines lines, boolean points) {
        lines.spread(
                String.format(Locale.ROOT, "  %-8s ", question.id()),
                question.ask(),
                question.credits() > 0 ? Figures.of(question.credits()) : "");
        List<String> below = isRubric(question) && !points ? List.of("(in words)") : asked(problem, question);
        below.forEach(line -> lines.wrapped("             ", line));
    }

    /** Whether the student assesses the answer by points, which are shown only once it is written. */
    public static boolean isRubric(Question question) {
        return question.kind().filter(Rubric.class::isInstance).isPresent();
    }

    /** What is to be seen when a question is answered: options, items or points by letter, and how to answer. */
    public static List<String> asked(Problem problem, Question question) {
        List<String> lines = new ArrayList<>();
        question.kind().ifPresent(kind -> options(kind).forEach((name, text) -> lines.add(name + ")\u00a0" + text)));
        String form = form(problem, question);
        if (!form.isEmpty()) {
            lines.add("(" + form + ")");
        }
        return lines;
    }

    /** How to answer, in a few words; empty for a plain number. */
    static String form(Problem problem, Question question) {
        if (!question.isComputed()) {
            return question.kind().map(Kind::form).orElse("");
        }
        String names = question.names().isEmpty() ? "" : " that may use " + String.join(", ", question.names());
        if (question.shape().isPresent()) {
            return "a shape, such as 5x3 or (5, 3)";
        }
        return switch (problem.model().value(question.id()).rank()) {
            case 0 ->
                question.counts() ? "a whole number" + names : names.isEmpty() ? "" : "a number or a formula" + names;
            case 1 -> "a vector, such as [1, 2]" + names;
            default -> "a matrix by rows, such as [[1, 2], [3, 4]]" + names;
        };
    }

    /** Options, items, or the points of a rubric with their credits, by name. */
    static Map<String, String> options(Kind kind) {
        if (!(kind instanceof Rubric rubric)) {
            return kind.shown();
        }
        Map<String, String> points = new LinkedHashMap<>();
        rubric.points()
                .forEach(
                        (letter, point) -> points.put(letter, point.text() + " (" + Figures.of(point.credits()) + ")"));
        return points;
    }

    private static String credits(double credits) {
        return Figures.of(credits) + (credits == 1 ? " credit" : " credits");
    }
}
