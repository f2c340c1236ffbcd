package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;

/** A value that is there from the start. */
record Constant(Tensor value) implements Operation {
    @Override
    public Tensor forward(List<Tensor> parents) {
        return value;
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        return List.of();
    }

    @Override
    public String symbol() {
        return Numbers.text(value);
    }

    @Override
    public String written(List<String> parents) {
        return symbol();
    }
}
