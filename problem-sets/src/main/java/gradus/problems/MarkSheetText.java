package gradus.problems;

import gradus.problems.expression.ExpressionException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A marked sheet for people: a row for each answer, marks for each part, the reasons below what lost some. */
public final class MarkSheetText {
    private static final String INDENT = " ".repeat(10);
    private static final int GIVEN = 24, LONGEST_ID = 14;

    private final MarkSheet sheet;
    private final Lines lines = new Lines();
    /** Columns for ids, but for those that are even longer. */
    private final int id;

    private MarkSheetText(MarkSheet sheet) {
        this.sheet = sheet;
        this.id = sheet.problem().ids().stream()
                .mapToInt(String::length)
                .filter(length -> length <= LONGEST_ID)
                .max()
                .orElse(0);
    }

    /** The sheet as text of at most 80 columns. */
    public static String of(MarkSheet sheet) {
        return new MarkSheetText(sheet).text();
    }

    /** One part of it. */
    public static String of(MarkSheet sheet, Part part) {
        MarkSheetText text = new MarkSheetText(sheet);
        text.part(part);
        return text.lines.toString();
    }

    private String text() {
        Problem problem = sheet.problem();
        lines.wrapped(
                "",
                problem.id() + problem.seed().map(seed -> ", variant " + seed).orElse("") + ": " + problem.title());
        problem.parts().forEach(this::part);
        lines.add("");
        lines.spread("Total", credits(sheet.earned()) + " of " + credits(sheet.possible()));
        return lines.toString();
    }

    private void part(Part part) {
        lines.add("");
        lines.spread(part.id() + "  " + part.ask(), credits(sheet.earned(part)) + " of " + credits(part.credits()));
        sheet.of(part).stream()
                .filter(mark -> mark.status() != MarkStatus.UNANSWERED)
                .forEach(this::row);
        unanswered(part);
    }

    private void unanswered(Part part) {
        String ids = sheet.of(part).stream()
                .filter(mark -> mark.status() == MarkStatus.UNANSWERED)
                .map(Mark::id)
                .collect(Collectors.joining(", "));
        if (!ids.isEmpty()) {
            lines.wrapped("  ", "no answer: " + ids);
        }
    }

    private void row(Mark mark) {
        String given = Optional.ofNullable(mark.given()).orElse("-").replaceAll("\\s+", " ");
        int ids = Math.max(7, id), most = GIVEN + 7 - Math.max(ids, mark.id().length());
        String shown = given.length() <= most ? given : given.substring(0, Math.max(0, most - 3)) + "...";
        String row = String.format(
                Locale.ROOT, "  %-" + ids + "s %-" + Math.max(1, most) + "s  %s", mark.id(), shown, status(mark));
        boolean counts = mark.possible() > 0 || mark.earned() != 0;
        lines.spread(row, counts ? credits(mark.earned()) : "");
        reason(mark);
    }

    private void reason(Mark mark) {
        switch (mark.status()) {
            case UNANSWERED -> {}
            case CORRECT -> note(mark);
            case UNREADABLE -> caret(mark);
            case CARRIED_FORWARD, SELF_ASSESSED -> lines.wrapped(INDENT, mark.message());
            case WRONG, PARTIAL -> lines.wrapped(INDENT, "Expected " + mark.expected() + ". " + mark.message());
        }
    }

    /** Says why an answer counts that is not the key. */
    private void note(Mark mark) {
        if (!mark.message().startsWith("Right")) {
            lines.wrapped(INDENT, mark.message());
        }
    }

    private void caret(Mark mark) {
        String given = Optional.ofNullable(mark.given()).orElse("");
        Optional<ExpressionException> complaint = sheet.problem().questions().stream()
                .filter(question -> question.id().equals(mark.id()))
                .findFirst()
                .flatMap(question -> Marking.complaint(sheet.problem(), question, given));
        complaint
                .filter(e -> INDENT.length() + given.length() <= Lines.WIDTH)
                .ifPresent(e -> lines.add(INDENT + given).add(INDENT + " ".repeat(e.column() - 1) + "^"));
        lines.wrapped(INDENT, mark.message());
    }

    private static String status(Mark mark) {
        return switch (mark.status()) {
            case CORRECT -> "right";
            case CARRIED_FORWARD -> "carried forward";
            case PARTIAL -> "partly right";
            case WRONG -> "wrong";
            case UNANSWERED -> "no answer";
            case UNREADABLE -> "unreadable";
            case SELF_ASSESSED -> "self-assessed";
        };
    }

    private static String credits(double credits) {
        return Figures.of(credits);
    }
}
