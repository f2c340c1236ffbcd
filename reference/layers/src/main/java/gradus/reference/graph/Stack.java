package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Lays tensors of one shape beside each other along a new first axis: n times (…) to (n, …). */
enum Stack implements Operation {
    STACK;

    @Override
    public Tensor forward(List<Tensor> parents) {
        return Tensor.stack(0, parents);
    }

    @Override
    public List<Tensor> messages(List<Tensor> parents, Tensor value, Tensor upstream) {
        return IntStream.range(0, parents.size())
                .mapToObj(i -> upstream.select(0, i))
                .toList();
    }

    @Override
    public String symbol() {
        return "stack";
    }
}
