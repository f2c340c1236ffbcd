package gradus.reference.graph;

import gradus.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/** A function of tensors made of nodes, evaluated once, and the gradients of the sum of its entries, each weighed by the upstream. */
record Differentiated(Tensor value, List<Tensor> gradients) {
    static Differentiated of(Function<List<Node>, Node> formula, Tensor upstream, Tensor... at) {
        Evaluation run = new Evaluation();
        List<Node> inputs = List.of(at).stream()
                .map(value -> {
                    Node input = Node.input("x");
                    run.put(input, value);
                    return input;
                })
                .toList();
        Node y = formula.apply(inputs);
        Gradients d = run.backward(y.times(Node.constant(upstream)).sum());
        return new Differentiated(run.value(y), inputs.stream().map(d::of).toList());
    }

    static Differentiated of(Tensor x, Tensor upstream, Function<Node, Node> formula) {
        return of(inputs -> formula.apply(inputs.get(0)), upstream, x);
    }

    Tensor dx() {
        return gradients.get(0);
    }
}
