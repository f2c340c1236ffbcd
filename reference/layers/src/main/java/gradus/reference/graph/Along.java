package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reductions along some axes, which stay with length 1: the gradient is spread over what was added up. */
record Along(String symbol, UnaryOperator<Tensor> value, boolean divides) implements Operation {
    static Along sum(int... axes) {
        return new Along("sum", x -> x.sumKeep(axes), false);
    }

    static Along mean(int... axes) {
        return new Along("mean", x -> x.meanKeep(axes), true);
    }

    @Override
    public Tensor forward(List<Tensor> parents) {
        return value.apply(parents.get(0));
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        Tensor x = parents.get(0);
        double share = divides ? (double) value.size() / x.size() : 1;
        return List.of(upstream.times(share).broadcastTo(x.shape()));
    }
}
