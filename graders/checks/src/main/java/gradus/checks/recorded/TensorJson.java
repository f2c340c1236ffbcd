package gradus.checks.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tensors as {@code {"shape":[2,3],"data":[…]}} or {@code {"shape":[2],"integers":[…]}}; NaN and infinities are strings. */
final class TensorJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TensorJson() {}

    static ObjectNode write(Tensor tensor) {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode shape = node.putArray("shape");
        for (int dim : tensor.shape().toArray()) shape.add(dim);
        ArrayNode data = node.putArray("data");
        for (double value : tensor.toArray()) {
            if (Double.isFinite(value)) data.add(value);
            else data.add(Double.toString(value));
        }
        return node;
    }

    static Tensor read(JsonNode node) {
        JsonNode data = node.required("data");
        double[] values = new double[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.get(i).isTextual()
                    ? Double.parseDouble(data.get(i).textValue())
                    : data.get(i).doubleValue();
        }
        return Tensor.of(shape(node), values);
    }

    static Map<String, Tensor> readAll(JsonNode node) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        node.properties().forEach(entry -> tensors.put(entry.getKey(), read(entry.getValue())));
        return tensors;
    }

    /** An argument of a constructor or of forward: a tensor, labels, a number, or the name of an enum constant. */
    static Object argument(JsonNode node) {
        if (node.has("data")) return read(node);
        if (node.has("integers")) return IntTensor.of(shape(node), integers(node.get("integers")));
        if (node.isInt()) return node.intValue();
        return node.isNumber() ? (Object) node.doubleValue() : node.textValue();
    }

    private static Shape shape(JsonNode node) {
        return Shape.of(integers(node.required("shape")));
    }

    private static int[] integers(JsonNode array) {
        int[] values = new int[array.size()];
        for (int i = 0; i < values.length; i++) values[i] = array.get(i).intValue();
        return values;
    }
}
