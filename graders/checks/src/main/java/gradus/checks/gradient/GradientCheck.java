package gradus.checks.gradient;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Finding;
import gradus.checks.Numbers;
import gradus.checks.Row;
import gradus.checks.Status;
import gradus.checks.gradient.Judgement.Decision;
import java.util.List;

/**
 * Each gradient is the derivative of the subject's own forward pass: first along one direction through all inputs and parameters, and
 * where that does not pass, through one of them at a time.
 */
public final class GradientCheck implements Check {
    private static final String REMARK = "It is the derivative of your own forward, so mend forward first.";

    @Override
    public List<Row> rows(Exercise exercise) {
        return exercise.backward();
    }

    @Override
    public void run(Examination examination) {
        for (Case point : examination.points()) {
            gate(examination, point);
            explain(examination, point);
        }
    }

    private static void gate(Examination examination, Case point) {
        List<Row> open = open(examination);
        if (!hasDerivative(examination)) {
            open.forEach(examination::leaveUndecided);
            return;
        }
        if (open.isEmpty() || judge(examination, point, open).decision() == Decision.PASS) return;
        for (Row row : open) {
            Judgement judgement = judge(examination, point, List.of(row));
            if (judgement.decision() == Decision.FAIL) {
                examination.find(row, Finding.of(Status.FAILED, message(examination, row, judgement), point));
            } else if (judgement.decision() == Decision.INCONCLUSIVE) {
                examination.leaveUndecided(row);
            }
        }
    }

    private static List<Row> open(Examination examination) {
        return examination.exercise().backward().stream()
                .filter(examination::isOpen)
                .toList();
    }

    private static Judgement judge(Examination examination, Case point, List<Row> rows) {
        return GradientChecker.check(
                new CaseFunction(examination, point, rows), examination.seed().named("gradient " + point.text()));
    }

    private static String message(Examination examination, Row row, Judgement judgement) {
        String forward = examination.isOpen(examination.exercise().forward())
                ? ""
                : " %s is what the task asks for, but your forward is not: mend forward first.".formatted(row.symbol());
        return "%s is not the derivative of your forward: along a random direction the slope is %s, but %s says %s.%s"
                .formatted(
                        row.symbol(),
                        Numbers.show(judgement.slope()),
                        row.symbol(),
                        Numbers.show(judgement.claimed()),
                        forward);
    }

    /** False where forward came back with something of which there is no derivative: then the exact comparison decides. */
    private static boolean hasDerivative(Examination examination) {
        Finding forward = examination.finding(examination.exercise().forward());
        return forward == null || forward.status() == Status.FAILED;
    }

    /** Where forward is wrong, too, says of a wrong gradient that it fits that forward. */
    private static void explain(Examination examination, Case point) {
        if (examination.isOpen(examination.exercise().forward()) || !hasDerivative(examination)) return;
        for (Row row : examination.exercise().backward()) {
            Finding finding = examination.finding(row);
            if (finding == null || finding.status() != Status.FAILED || finding.worst() == null) continue;
            if (finding.message().endsWith(REMARK)) continue;
            if (judge(examination, point, List.of(row)).decision() == Decision.PASS) examination.remark(row, REMARK);
        }
    }
}
