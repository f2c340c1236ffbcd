package gradus.mutants;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.checks.Diagnosis;
import gradus.checks.Exercise;
import gradus.checks.Oracle.Valued;
import gradus.checks.diagnosis.Hypothesis;
import gradus.checks.recorded.OutcomeJson;
import gradus.checks.recorded.RecordedOracle;
import gradus.tensor.Seed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the mutants make of the recorded cases, as data for {@code mvn test}, which must not have their code.
 *
 * <p>{@code RecordingTest} compares the files with the mutants; with {@code -Dgradus.record=true} it writes them first.
 */
public final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Recording() {}

    /**
     * Returns {@code {"exercise":…,"hypotheses":[{"misconception":…,"message":…,"hint":…,"outcomes":{case:outcome}}]}}.
     *
     * <p>Mistakes that do not show on any recorded case are left out, and so are those that another form of the same mistake repeats.
     */
    public static ObjectNode of(Exercise exercise) {
        ObjectNode file = JSON.createObjectNode().put("exercise", exercise.id());
        ArrayNode hypotheses = file.putArray("hypotheses");
        List<Valued> cases = new RecordedOracle().valued(exercise, new Seed(0));
        Set<ObjectNode> distinct = new LinkedHashSet<>();
        for (Hypothesis hypothesis : new LiveHypotheses().about(exercise)) {
            distinct.add(hypothesis(hypothesis, cases));
        }
        distinct.stream().filter(Recording::shows).forEach(hypotheses::add);
        return file;
    }

    /** The file of {@link #of}, one hypothesis a line. */
    public static String text(ObjectNode file) {
        return file.toString().replace("{\"misconception\"", "\n{\"misconception\"") + "\n";
    }

    private static ObjectNode hypothesis(Hypothesis hypothesis, List<Valued> cases) {
        Diagnosis diagnosis = hypothesis.diagnosis();
        ObjectNode node = JSON.createObjectNode()
                .put("misconception", diagnosis.misconception())
                .put("message", diagnosis.message())
                .put("hint", diagnosis.hint());
        ObjectNode outcomes = node.putObject("outcomes");
        for (Valued valued : cases) {
            hypothesis
                    .conduct()
                    .on(valued.experiment())
                    .ifPresent(outcome ->
                            outcomes.set(valued.experiment().text(), OutcomeJson.write(outcome, valued.expected())));
        }
        return node;
    }

    private static boolean shows(ObjectNode hypothesis) {
        return hypothesis.get("outcomes").valueStream().anyMatch(outcome -> !outcome.isEmpty());
    }
}
