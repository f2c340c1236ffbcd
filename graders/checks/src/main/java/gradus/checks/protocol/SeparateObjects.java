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

/** Two objects, used in turns, do not disturb each other: what static fields would do. */
public final class SeparateObjects implements Check {
    private static final String CAUSE = "Two objects of the class disturb each other: is a field static?";

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
            examination.expectSame(" beside a second object", CAUSE, mine, alone, session.backward(mine.upstreams()));
        }
    }

    @Override
    public String when() {
        return "while a second object of the class is in use";
    }
}
