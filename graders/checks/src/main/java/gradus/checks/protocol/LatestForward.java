package gradus.checks.protocol;

import gradus.checks.Case;
import gradus.checks.Check;
import gradus.checks.Examination;
import gradus.checks.Exercise;
import gradus.checks.Gradients;
import gradus.checks.Row;
import gradus.checks.Session;
import gradus.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Both passes belong to the latest input and to the parameters as they are now: earlier passes, of another batch size or with other
 * parameters, leave no trace, and what was in the gradients before stays in them.
 */
public final class LatestForward implements Check {
    private static final String CAUSE = "Something of an earlier pass is still remembered.";

    @Override
    public List<Row> rows(Exercise exercise) {
        return exercise.backward();
    }

    @Override
    public void run(Examination examination) {
        for (Exercise.Pair pair : examination.pairs()) {
            Case latest = pair.batch();
            remember(examination, latest, latest.withX(latest.x().flip(0)));
            remember(examination, latest, pair.single());
        }
    }

    /** Between the two passes the parameters are trained, from their opposites to what the latest case wants. */
    private static void remember(Examination examination, Case latest, Case earlier) {
        Gradients expected = afresh(examination, latest);
        Case other = earlier.opposite();
        try (Session used = examination.session(other)) {
            used.forward(other.inputs());
            used.backward(other.upstreams());
            examination.expectSame(" after an earlier pass", CAUSE, latest, expected, trained(used, latest));
            examination.expectUntouched(used.changed(), latest);
        }
    }

    private static Gradients afresh(Examination examination, Case experiment) {
        try (Session session = examination.session(experiment)) {
            return trained(session, experiment);
        }
    }

    /** What both passes give once the parameters have these values, and something is in their gradients. */
    private static Gradients trained(Session session, Case experiment) {
        session.train(experiment.parameters());
        Map<String, Tensor> results = new HashMap<>();
        results.put("forward", session.forward(experiment.inputs()));
        Gradients gradients = session.backward(experiment.upstreams());
        results.putAll(gradients.values());
        return new Gradients(results, gradients.failure());
    }

    @Override
    public String when() {
        return "after an earlier forward and backward pass";
    }
}
