package gradus.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradus.reference.activation.Relu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.activation.Softmax;
import gradus.reference.activation.Tanh;
import gradus.reference.dense.Affine;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A case that the checks have on record: what PyTorch answered to given numbers. */
record Recorded(String exercise, JsonNode node) {
    private static final Path FOLDER = Path.of("../../graders/checks/src/main/resources/gradus/checks/recorded");

    static Stream<Recorded> of(String exercise) throws IOException {
        byte[] json = Files.readAllBytes(FOLDER.resolve(exercise.replace('/', '-') + ".json"));
        JsonNode cases = new ObjectMapper().readTree(json).get("cases");
        return StreamSupport.stream(cases.spliterator(), false).map(node -> new Recorded(exercise, node));
    }

    Layer layer() {
        return switch (exercise) {
            case "dense/affine" -> affine();
            case "activation/relu" -> new Relu();
            case "activation/sigmoid" -> new Sigmoid();
            case "activation/tanh" -> new Tanh();
            case "activation/softmax" -> new Softmax();
            default -> throw new IllegalArgumentException("no layer: " + exercise);
        };
    }

    private Layer affine() {
        JsonNode sizes = node.get("arguments");
        Affine layer = new Affine(sizes.get(0).asInt(), sizes.get(1).asInt());
        for (Parameter p : layer.parameters()) {
            p.set(tensor(node.get("parameters").get(p.name())));
        }
        return layer;
    }

    Reduction reduction() {
        return Reduction.valueOf(node.get("arguments").get(0).asText());
    }

    Tensor input(int i) {
        return tensor(node.get("inputs").get(i));
    }

    IntTensor labels() {
        JsonNode labels = node.get("inputs").get(1).get("integers");
        return IntTensor.of(ints(labels));
    }

    Tensor upstream() {
        return tensor(node.get("upstreams").get(0));
    }

    Tensor expected(String row) {
        return tensor(node.get("expected").get(row));
    }

    /** The recorded loss, a tensor of shape (). */
    double loss() {
        return node.get("expected").get("forward").get("data").get(0).asDouble();
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
        return exercise + ": " + node.get("text").asText();
    }
}
