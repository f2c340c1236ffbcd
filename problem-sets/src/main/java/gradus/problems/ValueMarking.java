package gradus.problems;

import gradus.problems.Follower.Assumption;
import gradus.problems.expression.ExpressionException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Marks answers that the problem's graph computes; each follows from those before it. */
final class ValueMarking {
    private static final String TOO_COARSE = "Rounded too far: show more digits.";
    private static final String UNEXPLAINED = "No slip that is looked for gives this value.";

    private final Problem problem;
    private final Follower follower;
    private final SlipFinder finder;

    /** Marks with all computed answers of the sheet in view. */
    ValueMarking(Problem problem, Follower follower, Map<String, Written> sheet) {
        this.problem = problem;
        this.follower = follower;
        this.finder = new SlipFinder(problem, sheet);
    }

    /** An answer with the way to it: who only calculates wrongly earns what the paper gives for the method. */
    Mark compared(Answer answer, Worked worked) {
        Written value = answer.shaped(worked.value()), way = worked.way();
        if (way == null) {
            return compared(answer, value);
        }
        if (!isRight(answer, answer.shaped(way))) {
            throw new ExpressionException(worked.column(), Worked.differ(way, worked.value()));
        }
        Mark mark = compared(answer, value);
        if (mark.status() != MarkStatus.WRONG && mark.status() != MarkStatus.PARTIAL) {
            return mark;
        }
        Mark wrong =
                answer.mark(MarkStatus.WRONG, "The expression is right; it comes to " + Figures.of(way.value()) + ".");
        return answer.partly(
                wrong.carrying(mark.carried()),
                Math.max(mark.earned(), answer.question().method()));
    }

    /** Whether it is the key, or follows from earlier answers with something left to compute. */
    private boolean isRight(Answer answer, Written way) {
        Optional<Follower.Reading> reading =
                !answer.hasRightShape(way) || !answer.question().carries()
                        ? Optional.empty()
                        : follower.reading(answer, way);
        return answer.fits(way, answer.key())
                || listed(answer, way, answer.question().accepted()).isPresent()
                || reading.filter(r -> !collapsed(answer.id(), r, way, follower.causes(answer.id(), r)))
                        .isPresent();
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
        Optional<Listed> accepted = listed(answer, written, answer.question().accepted());
        if (accepted.isPresent()) {
            keep(answer, new Own(written, null, Own.Standing.WRONG));
            return answer.mark(MarkStatus.CORRECT, accepted.get().note());
        }
        if (!answer.hasRightShape(written)) {
            Mark mark = listed(answer, written, answer.question().wrong())
                    .map(known -> answer.mark(known, 0))
                    .orElseGet(() -> misshapen(answer, written));
            return answer.partly(mark, answer.partly(written));
        }
        Optional<Follower.Reading> reading =
                answer.question().carries() ? follower.reading(answer, written) : Optional.empty();
        return reading.map(r -> followed(answer, written, r)).orElseGet(() -> wrong(answer, written));
    }

    private static String reads(Answer answer, Written written) {
        return answer.question().shape().isPresent()
                ? answer.misfit(written)
                : "This reads as " + Figures.shape(written.shape()) + ", " + Figures.of(written.value()) + ", where "
                        + Figures.shape(answer.key().shape()) + " is asked for.";
    }

    /** Of another shape than the key's, and why if that is known. */
    private Mark misshapen(Answer answer, Written written) {
        String reads = reads(answer, written);
        Optional<NamedSlip> slip = finder.find(answer, written, follower.own(), follower.unrounded());
        return answer.mark(
                MarkStatus.WRONG,
                null,
                slip.map(NamedSlip::ids).orElse(null),
                slip.map(found -> reads + " " + found.sentence()).orElse(reads));
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

    /** Whether nothing was left to compute, but in the key there is; a bias alone is excused after honest slips. */
    private boolean collapsed(String id, Follower.Reading reading, Written written, List<String> causes) {
        Collapse step = new Collapse(id, reading, written);
        if (follower.isZeroFromZero(id, reading, causes) || follower.repeats(id, reading)) {
            return true;
        }
        boolean zero = step.passesZero() && Follower.differs(problem.model().value(id), reading.value());
        boolean happens = step.happens()
                && (zero
                        || !Collapse.ofKey(problem.model(), id, reading.own().keySet())
                                .happens());
        return happens && !(step.remainder().filter(this::isBias).isPresent() && follower.areHonestSlips(causes));
    }

    private boolean isBias(String name) {
        return problem.role(name).filter(Role.BIAS::equals).isPresent();
    }

    private Mark wrong(Answer answer, Written written) {
        Map<String, Tensor> own = follower.own();
        Optional<Listed> listed = listed(answer, written, answer.question().wrong());
        Optional<NamedSlip> slip =
                listed.isPresent() ? Optional.empty() : finder.find(answer, written, own, follower.unrounded());
        slip.ifPresent(found -> assume(found, answer.id(), own));
        keep(answer, new Own(written, slip.map(NamedSlip::value).orElse(null), Own.Standing.WRONG));
        Tensor carried = problem.model().value(answer.id(), own);
        Mark mark =
                listed.map(known -> answer.mark(known, 0)).orElseGet(() -> unexplained(answer, written, carried, slip));
        Mark shown = Follower.differs(carried, answer.key()) ? mark.carrying(Figures.of(carried)) : mark;
        return answer.partly(shown, answer.partly(written));
    }

    /** Later answers may follow from the slip: derivatives in any case, all where its wrong value is not on the sheet. */
    private void assume(NamedSlip found, String id, Map<String, Tensor> own) {
        String cause = "the slip in your " + id;
        finder.felt(found, id, own)
                .forEach(felt -> follower.assume(new Assumption(cause, felt.model(), !felt.hidden())));
    }

    private static Mark unexplained(Answer answer, Written written, Tensor carried, Optional<NamedSlip> slip) {
        boolean coarse = written.isTooCoarseFor(answer.key()) || written.isTooCoarseFor(carried);
        Optional<NamedSlip> told = slip.filter(found -> !coarse || found.isListed() || found.isCauseOf(written));
        String misfit = answer.misfit(written);
        Mark mark = answer.mark(
                MarkStatus.WRONG,
                null,
                told.map(NamedSlip::ids).orElse(null),
                told.map(NamedSlip::sentence).orElse(coarse ? TOO_COARSE : misfit.isEmpty() ? UNEXPLAINED : misfit));
        return told.map(found -> answer.partly(mark, answer.question().credits() - found.costs()))
                .orElse(mark);
    }

    private Optional<Listed> listed(Answer answer, Written written, List<Listed> known) {
        return known.stream()
                .filter(each -> each.answers().stream().anyMatch(text -> means(answer, written, text)))
                .findFirst();
    }

    private boolean means(Answer answer, Written written, String text) {
        Written other = answer.shaped(Marking.readListed(problem, answer.question(), text));
        return answer.fits(written, other.value());
    }

    /** Later answers follow from this one; but a shape may stand in another order, so nothing follows from it. */
    private void keep(Answer answer, Own own) {
        if (answer.question().shape().isEmpty()) {
            follower.add(answer.id(), own);
        }
    }
}
