package gradus.checks.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.checks.Case;
import gradus.checks.Diagnosis;
import gradus.checks.Exercise;
import gradus.checks.Oracle;
import gradus.checks.Outcome;
import gradus.checks.diagnosis.Hypotheses;
import gradus.checks.diagnosis.Hypothesis;
import gradus.tensor.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What known mistakes made of the recorded cases: practice has no other access to their code. */
public final class RecordedHypotheses implements Hypotheses {

    /** The mistakes recorded for the exercise; each knows the recorded cases only. */
    @Override
    public List<Hypothesis> about(Exercise exercise) {
        List<Oracle.Valued> cases = new RecordedOracle().valued(exercise, new Seed(0));
        List<Hypothesis> hypotheses = new ArrayList<>();
        Records.read("hypotheses", exercise)
                .ifPresent(
                        file -> file.required("hypotheses").forEach(node -> hypotheses.add(hypothesis(node, cases))));
        return hypotheses;
    }

    private static Hypothesis hypothesis(JsonNode node, List<Oracle.Valued> cases) {
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Oracle.Valued valued : cases) {
            String text = valued.experiment().text();
            JsonNode outcome = node.required("outcomes").get(text);
            if (outcome != null) outcomes.put(text, OutcomeJson.read(outcome, valued.expected()));
        }
        Diagnosis diagnosis = new Diagnosis(
                node.required("misconception").textValue(),
                node.required("message").textValue(),
                node.required("hint").textValue());
        return new Hypothesis(diagnosis, experiment -> known(outcomes, experiment));
    }

    private static Optional<Outcome> known(Map<String, Outcome> outcomes, Case experiment) {
        return Optional.ofNullable(outcomes.get(experiment.text()));
    }
}
