package gradus.checks.protocol;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Comparison;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Finding;
import gradus.checks.Row;
import gradus.checks.Session;
import gradus.tensor.Tensor;
import java.util.List;

/** The same input gives the same output twice. */
public final class ForwardTwice implements Check {

    @Override
    public List<Row> rows(Exercise exercise) {
        return List.of(exercise.forward());
    }

    @Override
    public void run(Examination examination) {
        for (Case experiment : examination.points()) {
            try (Session session = examination.session(experiment)) {
                Tensor first = session.forward(experiment.inputs());
                Tensor second = session.forward(experiment.inputs());
                compare(examination, experiment, first, second);
            }
        }
    }

    @Override
    public String when() {
        return "in a second forward pass";
    }

    private static void compare(Examination examination, Case experiment, Tensor first, Tensor second) {
        Row row = examination.exercise().forward();
        Comparison comparison = Comparison.of(
                row.symbol(), " of a second, equal forward", first, second, Comparison.largest(experiment.x()));
        if (!comparison.passed()) examination.find(row, Finding.of(comparison, experiment));
    }
}
