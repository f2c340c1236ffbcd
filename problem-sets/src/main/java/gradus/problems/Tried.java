package gradus.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An example sheet and what marking it must give.
 *
 * @param earned credits in all
 * @param slip id of a slip that some answer names; empty if that is left open
 * @param says a piece of a message; empty if that is left open
 */
public record Tried(Map<String, String> answers, double earned, String slip, String says) {
    private static final double NOISE = 1e-9;

    /** What the marks have otherwise, in sentences; nothing if the sheet is marked as it must be. */
    List<String> differences(Problem problem) {
        MarkSheet sheet = Marking.mark(problem, answers);
        List<String> differences = new ArrayList<>();
        if (!(Math.abs(sheet.earned() - earned) <= NOISE)) {
            differences.add("earns " + Figures.of(sheet.earned()) + " instead of " + Figures.of(earned));
        }
        if (!slip.isEmpty() && sheet.marks().stream().noneMatch(mark -> names(mark, slip))) {
            differences.add("names no slip " + slip);
        }
        if (!says.isEmpty()
                && sheet.marks().stream().noneMatch(mark -> mark.message().contains(says))) {
            differences.add("does not say '" + says + "'");
        }
        return differences.stream()
                .map(difference -> answers + " " + difference)
                .toList();
    }

    private static boolean names(Mark mark, String slip) {
        String named = mark.misconception();
        return named != null && List.of(named.split(",", -1)).contains(slip);
    }
}
