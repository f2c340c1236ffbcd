package gradus.problems.export;

/**
 * What became of an answer in an export.
 *
 * @param problem number and id on the paper
 * @param as the question that the platform asks
 * @param remark what is lost or different; empty if nothing is
 */
public record Fate(String format, String problem, String answer, String as, String remark) {
    /** One line. */
    public String text() {
        return format + "  " + problem + "  " + answer + "  " + as + (remark.isEmpty() ? "" : "  (" + remark + ")");
    }
}
