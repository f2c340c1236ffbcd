package gradus.checks.protocol;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Comparison;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Finding;
import gradus.checks.Row;
import gradus.checks.Session;
import gradus.checks.Trial;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Two objects, used in turns, do not disturb each other: what static fields would do. */
public final class SeparateObjects implements Check {

    @Override
    public List<Row> rows(Exercise exercise) {
        return exercise.backward();
    }

    @Override
    public void run(Examination examination) {
        List<Case> pair = examination.smooth();
        Case mine = pair.get(0);
        Case others = pair.get(1);
        Map<String, Tensor> alone = new Trial(examination).backward(mine);
        try (Session session = examination.session(mine);
                Session other = examination.session(others)) {
            session.forward(mine.inputs());
            other.forward(others.inputs());
            compare(examination, mine, alone, session.backward(mine.upstreams()));
        }
    }

    @Override
    public String when() {
        return "while a second object of the class is in use";
    }

    private static void compare(
            Examination examination, Case mine, Map<String, Tensor> alone, Map<String, Tensor> together) {
        for (Row row : examination.exercise().backward()) {
            Comparison comparison = Comparison.of(row, " beside a second object", alone, together);
            if (comparison.passed()) continue;
            String message = "Two objects of the class disturb each other: is a field static? " + comparison.message();
            examination.find(row, new Finding(comparison.status(), message, comparison.worst(), mine));
        }
    }
}
