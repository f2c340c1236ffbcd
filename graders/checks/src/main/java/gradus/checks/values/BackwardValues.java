package gradus.checks.values;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Comparison;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Finding;
import gradus.checks.Oracle;
import gradus.checks.Outcome;
import gradus.checks.Row;
import gradus.checks.Status;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * The backward pass gives the known gradients, in the right shapes; run a second time after the same forward pass it
 * returns the same again and adds the same again; and it writes to nothing that was lent.
 */
public final class BackwardValues implements Check {

    @Override
    public List<Row> rows(Exercise exercise) {
        return exercise.backward();
    }

    @Override
    public void run(Examination examination) {
        for (Oracle.Valued valued : examination.valued()) {
            Outcome outcome = examination.run(valued.experiment());
            examination.observe(valued, outcome);
            for (Row row : examination.exercise().backward()) examine(examination, row, valued, outcome);
        }
    }

    private static void examine(Examination examination, Row row, Oracle.Valued valued, Outcome outcome) {
        Case experiment = valued.experiment();
        Tensor actual = outcome.values().get(row.id());
        if (actual == null) {
            examination.find(row, Finding.of(outcome.failure(), experiment));
            return;
        }
        double magnitude = experiment.isLoss() ? 1 : Comparison.largest(experiment.dy());
        Tensor expected = valued.expected(row);
        Comparison first = Comparison.of(row.symbol(), expected, actual, magnitude);
        if (!first.passed()) examination.find(row, Finding.of(first, experiment));
        if (!outcome.changed().isEmpty()) {
            examination.find(row, Finding.of(Status.MUTATED_INPUT, Finding.lent(outcome.changed()), experiment));
        }
        repeated(examination, row, experiment, actual, outcome, magnitude);
    }

    private static void repeated(
            Examination examination, Row row, Case experiment, Tensor actual, Outcome outcome, double magnitude) {
        Tensor again = outcome.again().get(row.id());
        if (again == null) {
            examination.find(row, Finding.of(outcome.failure(), experiment));
            return;
        }
        Comparison second = Comparison.of(row.symbol(), " of a second backward", actual, again, magnitude);
        if (second.passed()) return;
        String cause = row.part() == Row.Part.PARAMETER && Comparison.largest(again) == 0
                ? "The gradient of %s was overwritten where it must be added to.".formatted(row.variable())
                : "Running backward twice after one forward must give the same answer twice.";
        examination.find(row, Finding.of(cause, second, experiment));
    }
}
