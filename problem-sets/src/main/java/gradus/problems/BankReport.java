package gradus.problems;

import gradus.problems.Audit.Line;
import java.util.List;

/** What verifying says about the bank as a whole: misprints without a problem, and credits against the papers' headers. */
public record BankReport(List<LooseErratum> errata, List<Line> credits) {
    /** The report on these problems. */
    public static BankReport of(List<Problem> problems) {
        return new BankReport(
                ProblemBank.errata(),
                ProblemBank.audits().stream()
                        .flatMap(audit -> audit.lines(problems).stream())
                        .toList());
    }

    /** Whether every misprint still differs, and every difference of credits is explained. */
    public boolean holds() {
        return errata.stream().noneMatch(LooseErratum::isStale)
                && credits.stream().noneMatch(Line::isUnexplained);
    }

    /** The report as text of at most 80 columns. */
    public String text() {
        Lines lines = new Lines();
        lines.add("").add("Credits in the headers of the papers and in the bank");
        credits.forEach(line -> line(line, lines));
        long stale = errata.stream().filter(LooseErratum::isStale).count();
        lines.add("")
                .wrapped("", errata.size() + " errata concern no problem; " + stale + " of them no longer differ.");
        errata.stream()
                .filter(LooseErratum::isStale)
                .forEach(erratum -> lines.wrapped(
                        "    ",
                        erratum.erratum().id() + " (" + erratum.erratum().where() + ") no longer differs."));
        return lines.toString();
    }

    private static void line(Line line, Lines lines) {
        String bank = line.missing() ? "not in the bank" : Figures.of(line.bank());
        lines.spread("  " + line.id() + "  " + Figures.of(line.header()) + " / " + bank, state(line));
        if (!line.why().isEmpty()) {
            lines.wrapped("      ", line.why());
        }
    }

    private static String state(Line line) {
        return line.isUnexplained()
                ? "UNEXPLAINED"
                : line.missing() ? "" : line.why().isEmpty() ? "agrees" : "explained";
    }
}
