package gradus.checks.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import gradus.checks.Case;
import gradus.checks.Exercise;
import gradus.checks.Oracle;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Right results that PyTorch computed in double precision; {@code src/main/python/record.py} writes them. */
public final class RecordedOracle implements Oracle {

    /** The recorded cases; the seed does not matter. */
    @Override
    public List<Valued> valued(Exercise exercise, Seed seed) {
        JsonNode file = Records.read("recorded", exercise)
                .orElseThrow(() -> new IllegalStateException("%s: nothing is recorded.".formatted(exercise.id())));
        List<Valued> cases = new ArrayList<>();
        for (JsonNode node : file.required("cases")) {
            cases.add(new Valued(experiment(node), TensorJson.readAll(node.required("expected"))));
        }
        return cases;
    }

    private static Case experiment(JsonNode node) {
        return new Case(
                node.required("text").textValue(),
                arguments(node.required("arguments")),
                TensorJson.readAll(node.required("parameters")),
                arguments(node.required("inputs")),
                tensors(node.required("upstreams")));
    }

    private static List<Object> arguments(JsonNode array) {
        List<Object> values = new ArrayList<>();
        array.forEach(node -> values.add(TensorJson.argument(node)));
        return values;
    }

    private static List<Tensor> tensors(JsonNode array) {
        List<Tensor> values = new ArrayList<>();
        array.forEach(node -> values.add(TensorJson.read(node)));
        return values;
    }
}
