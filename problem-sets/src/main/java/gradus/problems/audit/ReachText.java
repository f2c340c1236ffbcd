package gradus.problems.audit;

import gradus.problems.Lines;
import gradus.problems.MarkSheetJson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is reached, for people. */
public final class ReachText {
    private ReachText() {}

    /** A table of at most 80 columns, and below each number that falls short what it lacks. */
    public static String of(Reach reach) {
        StringBuilder text = new StringBuilder("Entries of the catalogue in the bank\n");
        text.append(row("  source", "checked", "assessed"));
        int checked = 0, checkable = 0, assessed = 0, open = 0;
        for (Catalogue.Coverage source : reach.catalogue()) {
            text.append(row(
                    "  " + source.source(),
                    source.checked() + " of " + source.checkable(),
                    source.assessed() + " of " + source.open()));
            checked += source.checked();
            checkable += source.checkable();
            assessed += source.assessed();
            open += source.open();
        }
        text.append(row("  all", checked + " of " + checkable, assessed + " of " + open));
        reach.catalogue().stream()
                .filter(source -> !source.missing().isEmpty())
                .forEach(source -> text.append(wrapped("missing: " + String.join(", ", source.missing()))));
        text.append("\nMarking\n").append(tally(reach.published()));
        reach.sheets().forEach(tally -> text.append(tally(tally)));
        text.append(row("  time to mark one sheet", String.format(Locale.ROOT, "%.2f ms", reach.milliseconds()), ""));
        return text.toString();
    }

    /** The same for programs: {@code gradus.audit/1}. */
    public static String json(Reach reach) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("schema", "gradus.audit/1");
        all.put("holds", reach.holds());
        all.put("catalogue", reach.catalogue());
        all.put("published", reach.published());
        all.put("sheets", reach.sheets());
        all.put("milliseconds", reach.milliseconds());
        return MarkSheetJson.write(all);
    }

    private static String tally(Tally tally) {
        StringBuilder text = new StringBuilder(row(
                "  " + tally.name(),
                tally.good() + " of " + tally.cases(),
                tally.apart() > 0 ? tally.apart() + " apart" : ""));
        tally.failures().forEach(failure -> text.append(wrapped(failure)));
        return text.toString();
    }

    private static String row(String name, String value, String more) {
        return String.format(Locale.ROOT, "%-48s %16s %14s", name, value, more).stripTrailing() + "\n";
    }

    private static String wrapped(String text) {
        return Lines.after("", text).indent(4);
    }
}
