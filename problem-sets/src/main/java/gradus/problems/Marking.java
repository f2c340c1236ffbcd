package gradus.problems;

import gradus.problems.Follower.Assumption;
import gradus.problems.expression.ExpressionException;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks the answers to one problem as an examiner does: the key, or a rounding of it, is right; what follows from
 * earlier answers counts in full, unless nothing was left to compute; a wrong step without credits costs the part's slip
 * deduction; a slip is named when slipping so gives the answer.
 */
public final class Marking {
    private static final String TOO_COARSE = "Rounded too far: show more digits.";
    private static final String UNEXPLAINED = "No slip that is looked for gives this value.";

    private final Problem problem;
    private final Follower follower;
    private @Nullable SlipFinder finder;
    private final List<Mark> marks = new ArrayList<>();

    private Marking(Problem problem) {
        this.problem = problem;
        this.follower = new Follower(problem.model());
    }

    /** Marks answers, given as text by id. Ids that the problem does not ask are left aside. */
    public static MarkSheet mark(Problem problem, Map<String, String> answers) {
        Marking marking = new Marking(problem);
        new Misprints(problem).followed(answers).ifPresent(marking.follower::assume);
        problem.parts().forEach(part -> marking.part(part, answers));
        return new MarkSheet(problem, marking.marks);
    }

    private void part(Part part, Map<String, String> answers) {
        List<Mark> own = new ArrayList<>();
        for (Question question : part.questions()) {
            String given = answers.getOrDefault(question.id(), "");
            own.add(marked(
                    new Answer(part.id(), question, given, problem.model().value(question.id()))));
        }
        double left = MarkSheet.earned(own);
        for (Mark mark : own) {
            double cost = mark.status() == MarkStatus.WRONG && mark.possible() == 0 ? Math.min(part.slip(), left) : 0;
            left -= cost;
            marks.add(cost > 0 ? mark.earning(-cost) : mark);
        }
    }

    /** Why an answer cannot be read, with the column; empty if it can. */
    public static Optional<ExpressionException> complaint(Problem problem, Question question, String given) {
        try {
            read(problem, question, given);
            return Optional.empty();
        } catch (ExpressionException e) {
            return Optional.of(e);
        }
    }

    static Written read(Problem problem, Question question, String given) {
        return new AnswerReader(problem.model(), question.names()).read(question, given.strip());
    }

    private Mark marked(Answer answer) {
        if (answer.given().isBlank()) {
            return answer.mark(MarkStatus.UNANSWERED, "No answer.");
        }
        try {
            return compared(answer, answer.shaped(read(problem, answer.question(), answer.given())));
        } catch (ExpressionException e) {
            return answer.mark(MarkStatus.UNREADABLE, "Column " + e.column() + ": " + e.sentence());
        }
    }

    private Mark compared(Answer answer, Written written) {
        if (answer.fits(written, answer.key())) {
            keep(answer, new Own(written, answer.key(), Own.Standing.RIGHT));
            return answer.mark(
                    MarkStatus.CORRECT,
                    written.value().rank() > 0
                                    || written.isExactly(answer.key())
                                    || Figures.of(written.value()).equals(answer.expected())
                            ? "Right."
                            : "Right; more exactly " + answer.expected() + ".");
        }
        if (!answer.hasRightShape(written)) {
            return partly(
                    answer,
                    written,
                    answer.mark(
                            MarkStatus.WRONG,
                            "This reads as " + Figures.shape(written.shape()) + ", " + Figures.of(written.value())
                                    + ", where " + Figures.shape(answer.key().shape()) + " is asked for."));
        }
        Optional<Follower.Reading> reading = follower.readings(answer.id()).stream()
                .filter(r -> Follower.differs(r.value(), answer.key()) && r.fits(answer, written))
                .findFirst();
        return reading.map(r -> followed(answer, written, r)).orElseGet(() -> wrong(answer, written));
    }

    private Mark followed(Answer answer, Written written, Follower.Reading reading) {
        List<String> causes = follower.causes(answer.id(), reading);
        Own.Standing standing = reading.isAssumed() ? Own.Standing.WRONG : Own.Standing.FOLLOWED;
        keep(answer, new Own(written, reading.value(), standing));
        String carried = Figures.of(reading.value());
        if (causes.isEmpty() && !reading.isAssumed()) {
            return answer.mark(
                    MarkStatus.CARRIED_FORWARD,
                    carried,
                    null,
                    "Rounded too early: unrounded it is " + answer.expected() + ". It counts.");
        }
        String follows = "Follows from "
                + (reading.isAssumed() ? reading.assumption().cause() : "your " + String.join(" and ", causes));
        return answer.question().credits() > 0 && collapsed(answer.id(), reading, written, causes)
                ? answer.mark(
                        MarkStatus.WRONG, carried, null, follows + ", but leaves nothing to compute here: no credit.")
                : answer.mark(MarkStatus.CARRIED_FORWARD, carried, null, follows + ".");
    }

    /** Made for the first wrong answer; a right sheet needs none. */
    private SlipFinder finder() {
        SlipFinder made = finder == null ? new SlipFinder(problem) : finder;
        finder = made;
        return made;
    }

    /** Whether nothing was left to compute, but in the key there is; a bias alone is excused after honest slips. */
    private boolean collapsed(String id, Follower.Reading reading, Written written, List<String> causes) {
        Collapse step = new Collapse(id, reading, written);
        boolean happens = step.happens() && !Collapse.ofKey(problem.model(), id).happens();
        return happens && !(step.remainder().filter(this::isBias).isPresent() && follower.areHonestSlips(causes));
    }

    private boolean isBias(String name) {
        return problem.role(name).filter(Role.BIAS::equals).isPresent();
    }

    private Mark wrong(Answer answer, Written written) {
        Map<String, Tensor> own = follower.own();
        Tensor carried = problem.model().value(answer.id(), own);
        Optional<NamedSlip> slip = finder().find(answer, written, own);
        slip.map(found -> finder().hidden(found, answer.id(), own))
                .orElse(List.of())
                .forEach(model -> follower.assume(new Assumption("the slip in your " + answer.id(), model)));
        keep(answer, new Own(written, slip.map(NamedSlip::value).orElse(null), Own.Standing.WRONG));
        boolean coarse = written.isTooCoarseFor(answer.key()) || written.isTooCoarseFor(carried);
        Optional<NamedSlip> told = slip.filter(found -> found.isListed() || !coarse);
        Mark mark = answer.mark(
                MarkStatus.WRONG,
                Follower.differs(carried, answer.key()) ? Figures.of(carried) : null,
                told.map(NamedSlip::ids).orElse(null),
                told.map(NamedSlip::sentence).orElse(coarse ? TOO_COARSE : UNEXPLAINED));
        return partly(answer, written, mark);
    }

    private static Mark partly(Answer answer, Written written, Mark wrong) {
        double earned = answer.partly(written);
        return earned > 0 ? wrong.as(MarkStatus.PARTIAL).earning(earned) : wrong;
    }

    /** Later answers follow from this one; but a shape may stand in another order, so nothing follows from it. */
    private void keep(Answer answer, Own own) {
        if (answer.question().shape().isEmpty()) {
            follower.add(answer.id(), own);
        }
    }
}
