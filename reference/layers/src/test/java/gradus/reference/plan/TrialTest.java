package gradus.reference.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.activation.LeakyRelu;
import gradus.reference.activation.Sigmoid;
import gradus.reference.attention.NormPlacement;
import gradus.reference.attention.TransformerEncoderBlock;
import gradus.reference.conv.Conv2d;
import gradus.reference.dense.Affine;
import gradus.reference.dense.Flatten;
import gradus.reference.net.Concatenation;
import gradus.reference.net.Inception;
import gradus.reference.net.Residual;
import gradus.reference.net.Sequential;
import gradus.reference.net.UNetLevel;
import gradus.reference.norm.BatchNorm;
import gradus.reference.norm.SpatialBatchNorm;
import gradus.reference.pool.BilinearUpsample;
import gradus.reference.pool.MaxPool2d;
import gradus.reference.pool.NearestUpsample;
import gradus.reference.recurrent.Lstm;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nets that nobody described. */
class TrialTest {
    private static final Window SAME = Window.of(3).padding(1);

    @Test
    void a_sequential_net_of_vectors() {
        Layer net = new Sequential(
                new Affine(2, 3), new LeakyRelu(0.5), new BatchNorm(3, 0.9, 1e-5), new Affine(3, 2), new Sigmoid());

        assertThat(Trial.of(net, Shape.of(2))).isEqualTo(new Trial(Shape.of(2), 17 + 6, 6, 12, 1, 1));
    }

    @Test
    void a_residual_block_with_a_projection() {
        Layer net = new Residual(
                new Sequential(
                        new Conv2d(2, 5, SAME.stride(2), 1), new SpatialBatchNorm(5, 0.9, 1e-5), new LeakyRelu(0.1)),
                new Conv2d(2, 5, Window.of(1).stride(2), 1));

        assertThat(Trial.of(net, Shape.of(2, 7, 9)))
                .isEqualTo(new Trial(Shape.of(5, 4, 5), 95 + 10 + 15, 10, (90 + 10) * 20, 3, 3));
    }

    @Test
    void an_inception_block() {
        Concatenation net = Inception.block(4, new Inception.Widths(6, 3, 12, 1, 3, 2));
        long weights = 24 + (12 + 9 * 36) + (4 + 25 * 3) + 8;

        assertThat(Trial.of(net, Shape.of(4, 7, 9)))
                .isEqualTo(new Trial(Shape.of(23, 7, 9), weights + 27, 0, weights * 63, 5, 5));
    }

    @Test
    void a_level_of_a_u_net() {
        Layer net = new UNetLevel(
                new Conv2d(1, 2, SAME, 1),
                new Sequential(new MaxPool2d(Window.of(2).stride(2)), new NearestUpsample(2)),
                new Conv2d(4, 3, Window.of(1), 1));

        assertThat(Trial.of(net, Shape.of(1, 8, 10)))
                .isEqualTo(new Trial(Shape.of(3, 8, 10), 20 + 15, 0, (18 + 12) * 80, 4, 4));
    }

    @Test
    void nets_of_sequences() {
        Layer lstm = new Lstm(7, 3).fromZero();
        Layer block = new TransformerEncoderBlock(6, 2, 5, NormPlacement.PRE);

        assertThat(Trial.of(lstm, Shape.of(5, 7))).isEqualTo(new Trial(Shape.of(5, 3), 132, 0, 5 * 120, 1, 5));
        assertThat(Trial.of(block, Shape.of(5, 6)))
                .isEqualTo(new Trial(Shape.of(5, 6), 168 + 71 + 24, 0, 5 * 204 + 2 * 5 * 5 * 6, 1, 5));
    }

    @Test
    void a_head_sees_it_all() {
        Layer net = new Sequential(new Flatten(), new Affine(42, 3));

        assertThat(Trial.of(net, Shape.of(2, 3, 7))).isEqualTo(new Trial(Shape.of(3), 129, 0, 126, 3, 7));
    }

    /** Rows outside: stride 3 and size 2 leave every third out. */
    @Test
    void pixels_between_windows_are_not_seen() {
        Layer net = new Conv2d(1, 1, Window.of(2, 1).stride(3), 1);

        assertThat(Trial.of(net, Shape.of(1, 6, 4))).isEqualTo(new Trial(Shape.of(1, 2, 2), 3, 0, 8, 2, 1));
    }

    @Test
    void bilinear_enlargements_multiply_and_hide_what_they_see() {
        assertThat(Trial.of(new BilinearUpsample(2), Shape.of(1, 3, 5)))
                .isEqualTo(new Trial(Shape.of(1, 6, 10), 0, 0, 3 * 5 * 10 + 10 * 3 * 6, 3, 5));
    }

    @Test
    void leaves_the_net_as_it_was_but_in_use() {
        SpatialBatchNorm norm = new SpatialBatchNorm(2, 0.9, 1e-5);
        Layer net = new Sequential(new Conv2d(2, 2, SAME, 1), norm);
        net.parameters().get(0).set(Tensor.normal(Shape.of(2, 2, 3, 3), new Seed(1)));
        List<double[]> before = numbers(net);

        Trial.of(net, Shape.of(2, 5, 7));

        assertThat(numbers(net)).usingRecursiveComparison().isEqualTo(before);
        Tensor x = Tensor.normal(Shape.of(1, 2, 5, 7), new Seed(2));
        Tensor used = net.forward(x);
        net.mode(Mode.EVAL);
        assertThat(net.forward(x).toArray()).containsExactly(used.toArray());
    }

    private static List<double[]> numbers(Layer net) {
        return Stream.concat(net.parameters().stream().map(p -> p.value()), net.state().values().stream())
                .map(Tensor::toArray)
                .toList();
    }

    @Test
    void a_net_says_what_it_refuses() {
        assertThatThrownBy(() -> Trial.of(new Affine(2, 3), Shape.of(5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Affine.forward: x: expected shape (any, 2) but got (0, 5).");
    }
}
