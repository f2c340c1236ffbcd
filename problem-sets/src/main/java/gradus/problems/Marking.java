package gradus.problems;

import gradus.problems.expression.ExpressionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Marks the answers to one problem as an examiner does: the key, or a rounding of it, is right; what follows from
 * earlier answers counts in full, unless nothing was left to compute; a wrong step without credits costs the part's slip
 * deduction; a slip is named when slipping so gives the answer. Choices, terms, formulas and the like are compared with
 * their own keys, and rubrics are left to the student.
 */
public final class Marking {
    private final Problem problem;
    private final ValueMarking values;
    private final DirectMarking direct = new DirectMarking();
    private final List<Mark> marks = new ArrayList<>();

    private Marking(Problem problem, Follower follower, Map<String, Written> sheet) {
        this.problem = problem;
        this.values = new ValueMarking(problem, follower, sheet);
    }

    /** Marks answers, given as text by id. Ids that the problem does not ask are left aside. */
    public static MarkSheet mark(Problem problem, Map<String, String> answers) {
        Follower follower = new Follower(problem.model());
        new Misprints(problem).followed(answers).ifPresent(follower::assume);
        Marking marking = new Marking(problem, follower, readable(problem, answers));
        problem.parts().forEach(part -> marking.part(part, answers));
        return new MarkSheet(problem, marking.marks);
    }

    /** The values on the sheet as far as they can be read and have the shape that is asked for, in order. */
    private static Map<String, Written> readable(Problem problem, Map<String, String> answers) {
        Map<String, Written> readable = new LinkedHashMap<>();
        for (Question question : problem.questions()) {
            String given = answers.getOrDefault(question.id(), "");
            if (question.isComputed() && !given.isBlank()) {
                Answer answer = Answer.of(problem, "", question, given);
                written(problem, answer).filter(answer::hasRightShape).ifPresent(w -> readable.put(question.id(), w));
            }
        }
        return readable;
    }

    private static Optional<Written> written(Problem problem, Answer answer) {
        try {
            return Optional.of(answer.shaped(read(problem, answer.question(), answer.given())));
        } catch (ExpressionException e) {
            return Optional.empty(); // said when it is marked
        }
    }

    private void part(Part part, Map<String, String> answers) {
        List<Mark> own = new ArrayList<>();
        for (Question question : part.questions()) {
            String given = answers.getOrDefault(question.id(), "");
            own.add(needed(question, derived(question, marked(Answer.of(problem, part.id(), question, given))), own));
        }
        double left = MarkSheet.earned(own);
        for (Mark mark : own) {
            double cost = mark.status() == MarkStatus.WRONG && mark.possible() == 0 ? Math.min(part.slip(), left) : 0;
            left -= cost;
            marks.add(cost > 0 ? mark.earning(-cost) : mark);
        }
    }

    /** Who loses credits by a key that no paper prints is told how sure it is. */
    private static Mark derived(Question question, Mark mark) {
        Derived derived = question.derived();
        boolean lost = mark.status() == MarkStatus.WRONG || mark.status() == MarkStatus.PARTIAL;
        return derived == null || !lost ? mark : mark.saying(mark.message() + " " + derived.sentence());
    }

    /** An answer earns nothing without those that it needs. */
    private Mark needed(Question question, Mark mark, List<Mark> own) {
        List<String> missing = question.needs().stream()
                .filter(id -> !earns(id, own) && !earns(id, marks))
                .toList();
        if (missing.isEmpty() || mark.earned() <= 0) {
            return mark;
        }
        String why = "Counts only with " + String.join(" and ", missing) + ".";
        Mark without = mark.earning(0).saying(why);
        return mark.status() == MarkStatus.SELF_ASSESSED ? without : without.as(MarkStatus.WRONG);
    }

    private static boolean earns(String id, List<Mark> marks) {
        return marks.stream().anyMatch(mark -> mark.id().equals(id) && mark.earned() > 0);
    }

    /** Why an answer cannot be read, with the column; empty if it can. */
    public static Optional<ExpressionException> complaint(Problem problem, Question question, String given) {
        try {
            question.kind()
                    .ifPresentOrElse(kind -> DirectMarking.read(kind, given), () -> read(problem, question, given));
            return Optional.empty();
        } catch (ExpressionException e) {
            return Optional.of(e);
        }
    }

    static Written read(Problem problem, Question question, String given) {
        return worked(problem, question, given).value();
    }

    private static Worked worked(Problem problem, Question question, String given) {
        return new AnswerReader(problem.model(), question.names()).worked(question, given.strip());
    }

    /** An answer that the file lists: it may name all given numbers. */
    static Written readListed(Problem problem, Question question, String text) {
        List<String> given =
                problem.given().values().stream().flatMap(List::stream).toList();
        return new AnswerReader(problem.model(), given).read(question, text);
    }

    private Mark marked(Answer answer) {
        if (answer.given().isBlank()) {
            return answer.mark(MarkStatus.UNANSWERED, "No answer.");
        }
        try {
            return answer.question()
                    .kind()
                    .map(kind -> direct.mark(answer, kind))
                    .orElseGet(() -> values.compared(answer, worked(problem, answer.question(), answer.given())));
        } catch (ExpressionException e) {
            return answer.mark(MarkStatus.UNREADABLE, "Column " + e.column() + ": " + e.sentence());
        }
    }
}
