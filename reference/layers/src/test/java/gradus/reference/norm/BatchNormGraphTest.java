package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.graph.Evaluation;
import gradus.reference.graph.Gradients;
import gradus.reference.graph.Node;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Batch norm of one feature as the graph of the endterm of 2020, 3d: nodes - ² √ 1/· * * + and means, differentiated in reverse. */
class BatchNormGraphTest {
    private final Node x = Node.input("x");
    private final Node gamma = Node.input("gamma");
    private final Node beta = Node.input("beta");
    private final Node dy = Node.input("dy");
    private final Node y = graph();

    private Node graph() {
        Node centred = x.minus(x.mean());
        Node deviation =
                centred.square().mean().plus(Node.constant(Tensor.of(0.7))).sqrt();
        return centred.times(deviation.reciprocal()).times(gamma).plus(beta);
    }

    @Property(seed = "2026", tries = 50)
    void backward_is_what_the_graph_of_simple_nodes_gives(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor samples = values.draw(seed, dims.n());
        Tensor upstream = Values.NORMAL.draw(seed + 1, dims.n());
        BatchNorm layer = new BatchNorm(1, 0.9, 0.7);
        layer.parameters().get(0).set(Values.NORMAL.draw(seed + 2, 1));
        layer.parameters().get(1).set(Values.NORMAL.draw(seed + 3, 1));
        Evaluation run = new Evaluation();
        run.put(x, samples);
        run.put(gamma, layer.parameters().get(0).value());
        run.put(beta, layer.parameters().get(1).value());
        run.put(dy, upstream);

        Tensor forward = layer.forward(samples.expand(1)).reshape(dims.n());
        Tensor dx = layer.backward(upstream.expand(1)).reshape(dims.n());
        Gradients gradients = run.backward(y.times(dy).sum());

        assertThat(forward).isWithin(run.value(y), 1e-11);
        assertThat(dx).isWithin(gradients.of(x), 1e-11);
        assertThat(layer.parameters().get(0).gradient()).isWithin(gradients.of(gamma), 1e-11);
        assertThat(layer.parameters().get(1).gradient()).isWithin(gradients.of(beta), 1e-11);
    }
}
