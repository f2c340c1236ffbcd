package gradus.reference.train;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a net knew at one moment: copies of its parameters and of its state, by name.
 *
 * <p>Averaging: θ = (θ₁ + … + θₖ) / k over the last checkpoints of one training, and the state likewise; one net,
 * whose parameters jump about less than each of them.
 *
 * <p>Source: lecture 11 (the transformer's training, by name only); Vaswani et al. (2017), 6.1.
 */
public record Checkpoint(Map<String, Tensor> parameters, Map<String, Tensor> state) {
    public static Checkpoint of(Trainable net) {
        Map<String, Tensor> parameters = new TreeMap<>();
        net.parameters().forEach(p -> parameters.put(p.name(), p.value().copy()));
        Map<String, Tensor> state = new TreeMap<>();
        net.state().forEach((name, tensor) -> state.put(name, tensor.copy()));
        return new Checkpoint(parameters, state);
    }

    /**
     * Gives the net what is kept here.
     *
     * @throws ShapeException if it is another kind of net
     */
    public void restore(Trainable net) {
        require(Checkpoint.of(net));
        net.parameters().forEach(p -> p.set(Objects.requireNonNull(parameters.get(p.name()))));
        net.state().forEach((name, tensor) -> tensor.assign(Objects.requireNonNull(state.get(name))));
    }

    /**
     * The mean of checkpoints of one net.
     *
     * @throws ShapeException if there is none, or they are of different nets
     */
    public static Checkpoint average(List<Checkpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            throw new ShapeException("Checkpoint.average: expected at least one checkpoint but got none.");
        }
        checkpoints.forEach(checkpoints.get(0)::require);
        return new Checkpoint(
                mean(checkpoints.stream().map(Checkpoint::parameters).toList()),
                mean(checkpoints.stream().map(Checkpoint::state).toList()));
    }

    private static Map<String, Tensor> mean(List<Map<String, Tensor>> all) {
        Map<String, Tensor> sum = new TreeMap<>();
        all.forEach(one -> one.forEach((name, value) -> sum.merge(name, value, Tensor::plus)));
        sum.replaceAll((name, value) -> value.divide(all.size()));
        return sum;
    }

    private void require(Checkpoint other) {
        if (!form().equals(other.form())) {
            throw new ShapeException("Checkpoint: expected a net of " + form() + " but got " + other.form() + ".");
        }
    }

    private String form() {
        Map<String, String> shapes = new TreeMap<>();
        parameters.forEach((name, value) -> shapes.put(name, value.shape().toString()));
        state.forEach((name, value) -> shapes.put(name, value.shape().toString()));
        return shapes.toString();
    }
}
