package gradus.problems.export;

import gradus.problems.Question;
import gradus.problems.exam.Item;

/**
 * What became of an answer in an export.
 *
 * @param problem number and id on the paper
 * @param as the question that the platform asks
 * @param remark what is lost or different; empty if nothing is
 */
public record Fate(String format, String problem, String answer, String as, String remark) {
    static Fate of(String format, Item item, Question question, String as, String remark) {
        String needs = question.needs().isEmpty()
                ? ""
                : "that it needs " + String.join(", ", question.needs()) + " is left to the marker";
        String both = remark.isEmpty() || needs.isEmpty() ? remark + needs : remark + "; " + needs;
        return new Fate(format, Posed.name(item), question.id(), as, both);
    }

    /** One line. */
    public String text() {
        return format + "  " + problem + "  " + answer + "  " + as + (remark.isEmpty() ? "" : "  (" + remark + ")");
    }
}
