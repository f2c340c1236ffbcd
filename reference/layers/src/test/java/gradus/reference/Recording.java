package gradus.reference;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case on record: what PyTorch answered to given numbers. */
public record Recording(String name, JsonNode node) {
    /** The share of a tensor's largest magnitude by which an answer may differ. */
    public static final double TOLERANCE = 1e-10;

    private static final Path OURS = Path.of("src/test/resources/gradus/reference/recorded");
    private static final Path THE_CHECKS = Path.of("../../graders/checks/src/main/resources/gradus/checks/recorded");

    /** The cases of a type, such as {@code conv/conv2d}; those of an exercise are the checks' own. */
    public static Stream<Recording> of(String name) {
        String file = name.replace('/', '-') + ".json";
        Path path = Files.exists(OURS.resolve(file)) ? OURS.resolve(file) : THE_CHECKS.resolve(file);
        try {
            JsonNode cases = new ObjectMapper().readTree(path.toFile()).get("cases");
            return StreamSupport.stream(cases.spliterator(), false).map(node -> new Recording(name, node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forward and backward of a layer, x in, dx and every parameter's gradient out. */
    public void holds(Layer layer) {
        set(layer);
        assertThat(layer.forward(input(0))).isCloseTo(expected("forward"), TOLERANCE);
        assertThat(layer.backward(upstream(0))).isCloseTo(expected("backward.dx"), TOLERANCE);
        gradientsHold(layer);
    }

    /** The value of a loss and its gradient. */
    public <T> void holds(Loss<T> loss, T target) {
        double value = number("forward");
        assertThat(loss.forward(input(0), target)).isCloseTo(value, within(TOLERANCE * Math.abs(value)));
        assertThat(loss.backward()).isCloseTo(expected("backward.dx"), TOLERANCE);
    }

    /** Sets parameters and state to what is recorded. */
    public void set(Trainable layer) {
        for (Parameter p : layer.parameters()) {
            p.set(tensor(row("parameters", p.name())));
        }
        if (node.has("state")) {
            layer.state().forEach((name, tensor) -> tensor.assign(tensor(row("state", name))));
        }
    }

    /** Every parameter's gradient is the recorded one. */
    public void gradientsHold(Trainable layer) {
        for (Parameter p : layer.parameters()) {
            assertThat(p.gradient()).as("d" + p.name()).isCloseTo(expected("backward.d" + p.name()), TOLERANCE);
        }
    }

    public int integer(int argument) {
        return node.get("arguments").get(argument).asInt();
    }

    public double real(int argument) {
        return node.get("arguments").get(argument).asDouble();
    }

    public String text(int argument) {
        return node.get("arguments").get(argument).asText();
    }

    public Tensor input(int i) {
        return tensor(node.get("inputs").get(i));
    }

    /** An input of whole numbers. */
    public IntTensor integers(int i) {
        JsonNode input = node.get("inputs").get(i);
        return IntTensor.of(Shape.of(ints(input.get("shape"))), ints(input.get("integers")));
    }

    public Tensor upstream(int i) {
        return tensor(node.get("upstreams").get(i));
    }

    /** What is recorded for a row, such as {@code forward} or {@code backward.dw}; capitals do not matter. */
    public Tensor expected(String row) {
        return tensor(row("expected", row));
    }

    public double number(String row) {
        return expected(row).sum();
    }

    private JsonNode row(String part, String name) {
        return node.get(part).properties().stream()
                .filter(field -> field.getKey().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(this + ": no " + part + " " + name));
    }

    private static Tensor tensor(JsonNode node) {
        JsonNode data = node.get("data");
        double[] entries = IntStream.range(0, data.size())
                .mapToDouble(i -> data.get(i).asDouble())
                .toArray();
        return Tensor.of(Shape.of(ints(node.get("shape"))), entries);
    }

    private static int[] ints(JsonNode node) {
        return IntStream.range(0, node.size()).map(i -> node.get(i).asInt()).toArray();
    }

    @Override
    public String toString() {
        return name + ": " + node.get("text").asText();
    }
}
