package gradus.problems.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A sheet that was worked out elsewhere, from the sentence of a slip alone and by other arithmetic; see {@code worked.py}.
 *
 * @param slip the kind of slip; empty if all is right
 * @param made the value in which it is made
 * @param first the first asked value that is wrong
 */
public record Afresh(
        String problem, String slip, String made, String sentence, String first, Map<String, JsonNode> sheet) {
    private static final String FILE = "/gradus/problems/worked.json";

    public Afresh {
        sheet = new LinkedHashMap<>(sheet);
    }

    /** All of them. */
    public static List<Afresh> sheets() {
        try (InputStream in = Objects.requireNonNull(Afresh.class.getResourceAsStream(FILE))) {
            return new ObjectMapper().readValue(in, new TypeReference<List<Afresh>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands on the sheet. */
    public Map<String, Tensor> values() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        sheet.forEach((id, numbers) -> values.put(id, tensor(numbers)));
        return values;
    }

    private static Tensor tensor(JsonNode numbers) {
        List<Integer> sides = new ArrayList<>();
        JsonNode inner = numbers;
        while (inner.isArray()) {
            sides.add(inner.size());
            inner = inner.get(0);
        }
        List<Double> flat = new ArrayList<>();
        flatten(numbers, flat);
        return Tensor.of(
                Shape.of(sides.stream().mapToInt(side -> side).toArray()),
                flat.stream().mapToDouble(number -> number).toArray());
    }

    private static void flatten(JsonNode numbers, List<Double> flat) {
        if (numbers.isArray()) {
            numbers.forEach(part -> flatten(part, flat));
        } else {
            flat.add(numbers.doubleValue());
        }
    }
}
