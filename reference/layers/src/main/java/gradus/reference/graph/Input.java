package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;

/** A value that each evaluation brings along. */
record Input(String name) implements Operation {
    @Override
    public Tensor forward(List<Tensor> parents) {
        throw new IllegalStateException("Evaluation: expected a value for the input " + name + " but got none.");
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        return List.of();
    }

    @Override
    public String symbol() {
        return name;
    }

    @Override
    public String written(List<String> parents) {
        return name;
    }
}
