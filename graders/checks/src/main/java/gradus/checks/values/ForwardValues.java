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
import java.util.List;

/** The forward pass returns the known values, in the right shape, and writes to nothing. */
public final class ForwardValues implements Check {

    @Override
    public List<Row> rows(Exercise exercise) {
        return List.of(exercise.forward());
    }

    @Override
    public void run(Examination examination) {
        for (Oracle.Valued valued : examination.valued()) {
            Outcome outcome = examination.forward(valued.experiment());
            examination.observe(valued, outcome);
            examine(examination, valued, outcome);
        }
    }

    private static void examine(Examination examination, Oracle.Valued valued, Outcome outcome) {
        Row row = examination.exercise().forward();
        Case experiment = valued.experiment();
        if (outcome.failure() != null) {
            examination.find(row, Finding.of(outcome.failure(), experiment));
            return;
        }
        Comparison comparison =
                Comparison.of(row.symbol(), valued.expected(row), outcome.y(), Comparison.largest(experiment.x()));
        if (!comparison.passed()) examination.find(row, Finding.of(comparison, experiment));
        if (!outcome.changed().isEmpty()) {
            examination.find(row, Finding.of(Status.MUTATED_INPUT, Finding.lent(outcome.changed()), experiment));
        }
    }
}
