package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Lays tensors one after another along an axis that they have; each gets back its own part of the gradient. */
record Concat(int axis) implements Operation {
    @Override
    public Tensor forward(List<Tensor> parents) {
        return Tensor.concat(axis, parents);
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        List<Tensor> parts = new ArrayList<>();
        int from = 0;
        for (Tensor parent : parents) {
            parts.add(upstream.slice(axis, from, from + parent.dim(axis)));
            from += parent.dim(axis);
        }
        return parts;
    }

    @Override
    public String symbol() {
        return "concat";
    }
}
