package gradus.reference.graph;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.LogSoftmax;
import gradus.reference.activation.Softmax;
import gradus.reference.loss.Hinge;
import gradus.reference.loss.SoftmaxCrossEntropy;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Softmax and the losses of labels as graphs of tensor nodes, held against the layers and losses that have a backward of their own. */
class LossesOfNodesTest {
    private static final Tensor ONE = Tensor.of(1);

    /** Less each row's maximum, so that no exponential overflows. */
    private static Node shifted(Node scores) {
        return scores.minus(scores.maxKeep(1));
    }

    private static Node softmax(Node scores) {
        Node e = shifted(scores).exp();
        return e.divide(e.sumKeep(1));
    }

    private static Node logSoftmax(Node scores) {
        Node z = shifted(scores);
        return z.minus(z.exp().sumKeep(1).log());
    }

    private static Node crossEntropy(Node logits, IntTensor labels) {
        return logSoftmax(logits).pick(labels).mean().negate();
    }

    /** Each row's own class competes too, and always at exactly the margin: 1 too much a row. */
    private static Node hinge(Node scores, IntTensor labels) {
        Node right = scores.pick(labels).reshape(-1, 1);
        return scores.minus(right)
                .plus(1)
                .relu()
                .sumKeep(1)
                .minus(Node.constant(1))
                .mean();
    }

    /** Lecture 7. */
    @Test
    void work_out_the_pictures_of_the_lecture() {
        Tensor scores = Tensor.of(new double[][] {{3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}});
        IntTensor labels = IntTensor.of(0, 1, 2);

        Differentiated hinge = Differentiated.of(scores, ONE, s -> hinge(s, labels));
        Differentiated entropy = Differentiated.of(scores, ONE, s -> crossEntropy(s, labels));

        assertThat(hinge.value().sum()).isCloseTo(15.8 / 3, within(1e-14));
        assertThat(hinge.dx().times(3)).isWithin(Tensor.of(new double[][] {{-1, 1, 0}, {0, 0, 0}, {1, 1, -2}}), 1e-15);
        assertThat(entropy.value().sum()).isCloseTo(2.75865, within(5e-6));
    }

    @Test
    void scores_far_out_are_finite_and_right() {
        Tensor far = Tensor.of(new double[][] {{1000, 0, -1000}, {-1000, -1000, -1000}});

        Differentiated entropy = Differentiated.of(far, ONE, s -> crossEntropy(s, IntTensor.of(1, 2)));

        double third = 1.0 / 6;
        assertThat(entropy.value().sum()).isCloseTo((1000 + Math.log(3)) / 2, within(1e-12));
        assertThat(entropy.dx())
                .isWithin(Tensor.of(new double[][] {{0.5, -0.5, 0}, {third, third, third - 0.5}}), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void softmax_is_the_layer(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agree(new Softmax(), LossesOfNodesTest::softmax, dims, seed, values);
    }

    @Property(seed = "2026", tries = 50)
    void log_softmax_is_the_layer(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agree(new LogSoftmax(), LossesOfNodesTest::logSoftmax, dims, seed, values);
    }

    private static void agree(Layer layer, Function<Node, Node> nodes, Primes dims, long seed, Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());

        Differentiated graph = Differentiated.of(scores, dy, nodes);

        assertThat(graph.value()).isCloseTo(layer.forward(scores), 1e-13);
        assertThat(graph.dx()).isWithin(layer.backward(dy), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void cross_entropy_is_the_loss(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agree(new SoftmaxCrossEntropy(), LossesOfNodesTest::crossEntropy, dims, seed, values);
    }

    /** Tied scores and whole numbers stand at the kink, where a rival at the margin does not push. */
    @Property(seed = "2026", tries = 50)
    void the_hinge_is_the_loss(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        agree(new Hinge(), LossesOfNodesTest::hinge, dims, seed, values);
    }

    private interface Formula {
        Node of(Node scores, IntTensor labels);
    }

    private static void agree(Loss<IntTensor> loss, Formula nodes, Primes dims, long seed, Values values) {
        Tensor scores = values.draw(seed, dims.n(), dims.d());
        IntTensor labels = dims.labels(seed + 1);

        Differentiated graph = Differentiated.of(scores, ONE, s -> nodes.of(s, labels));

        double expected = loss.forward(scores, labels);
        assertThat(graph.value().sum()).isCloseTo(expected, within(1e-13 * (1 + Math.abs(expected))));
        assertThat(graph.dx()).isWithin(loss.backward(), 1e-14);
    }
}
