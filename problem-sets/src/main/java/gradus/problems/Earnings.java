package gradus.problems;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the first wrong value of somebody who slips would be marked right. */
final class Earnings {
    private static final int ROUNDED = 3, EXACT = 12;
    private final Problem problem, nameless;
    private final List<Question> asked;
    private final Map<String, String> needed;

    Earnings(Problem problem) {
        this.problem = problem;
        this.nameless = problem.withoutSlips();
        this.needed = Sheets.needed(problem);
        this.asked = problem.questions().stream().filter(Question::isComputed).toList();
    }

    /** The slips that earn a mark with a value that is not the key's, each with that answer. */
    List<String> earning() {
        return problem.slips().stream()
                .flatMap(slip -> earning(slip, false).stream())
                .toList();
    }

    /** Those among the listed slips, each marked on a sheet with no more than its first wrong answer and what that needs. */
    List<String> marked() {
        return problem.listed().stream()
                .flatMap(slip -> earning(slip, true).stream())
                .toList();
    }

    private Optional<String> earning(Slip slip, boolean alone) {
        Map<String, String> sheet = new LinkedHashMap<>();
        for (Question question : asked) {
            Tensor key = problem.model().value(question.id()), value = key;
            try {
                value = problem.library().slipped(slip).value(question.id());
            } catch (ShapeException e) {
                return Optional.empty(); // with these shapes nobody can slip so
            }
            sheet.put(question.id(), Sheets.text(question, value));
            if (Follower.differs(value, key)) {
                if (alone) {
                    sheet.keySet()
                            .removeIf(id -> !id.equals(question.id())
                                    && !question.needs().contains(id));
                }
                return isRight(slip, question, value, key, sheet)
                        ? Optional.of(slip.id() + " earns " + question.id() + " by " + sheet.get(question.id()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Decides as {@link Marking} does; for listed slips by marking the sheet itself. */
    private boolean isRight(Slip slip, Question question, Tensor value, Tensor key, Map<String, String> sheet) {
        Answer answer = new Answer("", question, "", key);
        boolean fits = value.shape().equals(key.shape())
                && (answer.fits(Digits.rounded(value, EXACT), key)
                        || (!question.counts()
                                && question.shape().isEmpty()
                                && answer.fits(Digits.rounded(value, ROUNDED), key)));
        return fits || (slip.rank() == Slip.Rank.LISTED && isMarkedRight(question, sheet));
    }

    private boolean isMarkedRight(Question question, Map<String, String> sheet) {
        Map<String, String> all = new LinkedHashMap<>(sheet);
        all.putAll(needed);
        return Marking.mark(nameless, all).marks().stream()
                .filter(mark -> mark.id().equals(question.id()))
                .anyMatch(mark -> mark.status() == MarkStatus.CORRECT || mark.status() == MarkStatus.CARRIED_FORWARD);
    }
}
