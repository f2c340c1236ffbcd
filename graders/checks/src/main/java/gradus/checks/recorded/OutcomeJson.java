package gradus.checks.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.checks.Comparison;
import gradus.checks.Outcome;
import gradus.subject.Failure;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mistake made of a case, written as its difference from the right answer: a value that is right is left out, and so is a second
 * backward pass that equals the first.
 */
public final class OutcomeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutcomeJson() {}

    /** Writes {@code {"values":{…},"again":{…},"changed":[…],"failure":{"code":…,"message":…},"reached":[…]}}. */
    public static ObjectNode write(Outcome outcome, Map<String, Tensor> expected) {
        ObjectNode node = JSON.createObjectNode();
        differences(node, "values", outcome.values(), expected);
        differences(node, "again", outcome.again(), outcome.values());
        if (!outcome.changed().isEmpty()) outcome.changed().forEach(node.withArray("changed")::add);
        Failure failure = outcome.failure();
        if (failure != null) {
            node.putObject("failure").put("code", failure.code().name()).put("message", failure.getMessage());
            ArrayNode values = node.putArray("reached");
            outcome.values().keySet().forEach(values::add);
            ArrayNode again = node.putArray("reachedAgain");
            outcome.again().keySet().forEach(again::add);
        }
        return node;
    }

    /** Reads what {@link #write} wrote. */
    static Outcome read(JsonNode node, Map<String, Tensor> expected) {
        Failure failure = failure(node.get("failure"));
        Map<String, Tensor> values = filled(node, "values", "reached", expected);
        Map<String, Tensor> first = new LinkedHashMap<>(values);
        first.remove("forward");
        Map<String, Tensor> again = filled(node, "again", "reachedAgain", first);
        Set<String> changed = new TreeSet<>();
        node.path("changed").forEach(name -> changed.add(name.textValue()));
        return new Outcome(values, again, changed, failure);
    }

    private static void differences(
            ObjectNode node, String field, Map<String, Tensor> actual, Map<String, Tensor> known) {
        actual.forEach((row, tensor) -> {
            Tensor right = known.get(row);
            if (right == null || !Comparison.of(row, right, tensor, 0).passed()) {
                node.withObjectProperty(field).set(row, TensorJson.write(tensor));
            }
        });
    }

    private static Map<String, Tensor> filled(JsonNode node, String field, String reached, Map<String, Tensor> known) {
        Map<String, Tensor> all = new LinkedHashMap<>(known);
        if (node.has(field)) all.putAll(TensorJson.readAll(node.get(field)));
        if (node.has(reached)) all.keySet().retainAll(names(node.get(reached)));
        return all;
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new TreeSet<>();
        array.forEach(name -> names.add(name.textValue()));
        return names;
    }

    private static @Nullable Failure failure(@Nullable JsonNode node) {
        return node == null
                ? null
                : new Failure(
                        Failure.Code.valueOf(node.required("code").textValue()),
                        node.required("message").textValue(),
                        null);
    }
}
