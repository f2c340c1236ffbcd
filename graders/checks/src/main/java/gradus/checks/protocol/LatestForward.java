package gradus.checks.protocol;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Row;
import gradus.checks.Session;
import gradus.checks.Trial;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Backward belongs to the latest forward pass: an earlier one, even of another batch size, leaves no trace. */
public final class LatestForward implements Check {
    private static final String CAUSE = "Something of an earlier pass is still remembered.";

    @Override
    public List<Row> rows(Exercise exercise) {
        return exercise.backward();
    }

    @Override
    public void run(Examination examination) {
        Case latest = examination.smooth().get(0);
        Case otherSize = examination.smooth().get(1);
        Map<String, Tensor> expected = new Trial(examination).backward(latest);
        for (Case earlier : List.of(latest.withX(latest.x().flip(0)), otherSize)) {
            try (Session used = examination.session(latest)) {
                used.forward(earlier.inputs());
                used.backward(earlier.upstreams());
                used.forward(latest.inputs());
                examination.expectSame(
                        " after two forwards", CAUSE, latest, expected, used.backward(latest.upstreams()));
            }
        }
    }

    @Override
    public String when() {
        return "after an earlier forward and backward pass";
    }
}
