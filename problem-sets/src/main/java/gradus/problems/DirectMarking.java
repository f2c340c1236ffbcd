package gradus.problems;

import gradus.problems.expression.ExpressionException;
import gradus.problems.kind.Formula;
import gradus.problems.kind.Kind;
import gradus.problems.kind.Reading;
import gradus.problems.kind.Rubric;
import gradus.problems.kind.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks answers that have a key of their own; formulas may follow from earlier ones. */
final class DirectMarking {
    private static final int LONGEST = 1000;
    private static final String WRONG = "Not right.";

    private final Map<String, Reading> earlier = new LinkedHashMap<>();

    /** Reads an answer that is not too long. */
    static Reading read(Kind kind, String given) {
        if (given.length() > LONGEST) {
            throw new ExpressionException(
                    LONGEST, "expected at most " + LONGEST + " characters but got " + given.length());
        }
        return kind.read(given.strip());
    }

    Mark mark(Answer answer, Kind kind) {
        Reading reading = read(kind, answer.given());
        Mark mark = compared(answer, kind, reading);
        earlier.put(answer.id(), reading);
        return mark;
    }

    private Mark compared(Answer answer, Kind kind, Reading reading) {
        Question question = answer.question();
        Verdict verdict = reading.verdict(question.credits());
        if (kind instanceof Rubric rubric) {
            return answer.mark(MarkStatus.SELF_ASSESSED, points(rubric)).earning(verdict.earned());
        }
        if (verdict.right()) {
            return answer.mark(MarkStatus.CORRECT, "Right.");
        }
        Optional<Listed> accepted = listed(kind, reading, question.accepted());
        if (accepted.isPresent()) {
            return answer.mark(MarkStatus.CORRECT, accepted.get().note());
        }
        if (question.carries() && kind instanceof Formula formula) {
            Optional<String> cause = formula.followed(reading, earlier);
            if (cause.isPresent()) {
                return answer.mark(MarkStatus.CARRIED_FORWARD, "Follows from your " + cause.get() + ".");
            }
        }
        return listed(kind, reading, question.wrong())
                .map(known -> answer.mark(known, verdict.earned()))
                .orElseGet(() -> answer.partly(
                        answer.mark(MarkStatus.WRONG, verdict.message().isEmpty() ? WRONG : verdict.message()),
                        verdict.earned()));
    }

    private static String points(Rubric rubric) {
        StringBuilder points = new StringBuilder("Points:");
        rubric.points()
                .forEach((letter, point) -> points.append(points.length() > 7 ? "; " : " ")
                        .append(letter)
                        .append(") ")
                        .append(point.text())
                        .append(" (")
                        .append(Figures.of(point.credits()))
                        .append(')'));
        return points.append('.').toString();
    }

    private static Optional<Listed> listed(Kind kind, Reading reading, List<Listed> known) {
        return known.stream()
                .filter(each -> each.answers().stream().anyMatch(text -> reading.means(kind.read(text))))
                .findFirst();
    }
}
