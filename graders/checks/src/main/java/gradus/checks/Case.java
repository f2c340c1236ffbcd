package gradus.checks;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One experiment: how to build a layer or loss, and what to feed it.
 *
 * @param text shapes, values and seed in words, for messages
 * @param arguments of the constructor
 * @param parameters values that are written into the object, by name
 * @param inputs arguments of {@code forward}, those with a gradient first
 * @param upstreams arguments of {@code backward}; none for a loss
 */
public record Case(
        String text,
        List<Object> arguments,
        Map<String, Tensor> parameters,
        List<Object> inputs,
        List<Tensor> upstreams) {

    /** The value of the parameter with this name. */
    public Tensor parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }

    /** The input or parameter whose gradient the row is. */
    public Tensor variable(Row row) {
        return row.part() == Row.Part.INPUT ? x() : parameter(row.variable());
    }

    /** The first input. */
    public Tensor x() {
        return (Tensor) inputs.get(0);
    }

    /** The upstream gradient of the output. Losses have none. */
    public Tensor dy() {
        return upstreams.get(0);
    }

    public boolean isLoss() {
        return upstreams.isEmpty();
    }

    /** The shape that the forward pass must return: that of the upstream gradient, {@code ()} for a loss. */
    public Shape outputShape() {
        return isLoss() ? Shape.of() : dy().shape();
    }

    /** The same experiment with another first input. */
    public Case withX(Tensor x) {
        List<Object> changed = new ArrayList<>(inputs);
        changed.set(0, x);
        return new Case(text, arguments, parameters, List.copyOf(changed), upstreams);
    }

    /** The same experiment with another upstream gradient. */
    public Case withDy(Tensor dy) {
        return new Case(text, arguments, parameters, inputs, List.of(dy));
    }

    /** The same experiment with other values of its parameters. */
    public Case withParameters(Map<String, Tensor> values) {
        return new Case(text, arguments, values, inputs, upstreams);
    }

    /** The same experiment with the opposite values of its parameters. */
    public Case opposite() {
        Map<String, Tensor> values = new HashMap<>();
        parameters.forEach((name, value) -> values.put(name, value.negate()));
        return withParameters(values);
    }

    /** The same experiment with other inputs altogether. */
    public Case withInputs(List<Object> values) {
        return new Case(text, arguments, parameters, values, upstreams);
    }
}
