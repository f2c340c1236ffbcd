package gradus.reference.attention;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.reference.dense.Affine;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedForwardTest {
    /** Two positions of width 1, two hidden units of which each lets one position through. */
    @Test
    void works_out_an_example_by_hand() {
        FeedForward net = new FeedForward(1, 2);
        set(
                net,
                Tensor.of(new double[][] {{2, -3}}),
                Tensor.of(1, 0),
                Tensor.of(new double[][] {{5}, {7}}),
                Tensor.of(1));

        Tensor y = net.forward(Tensor.of(Shape.of(1, 2, 1), 1, -1));
        Tensor dx = net.backward(Tensor.of(Shape.of(1, 2, 1), 1, 10));

        assertThat(y).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1), 16, 22));
        assertThat(dx).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1), 10, -210));
        assertThat(net.parameters()).extracting(Parameter::name).containsExactly("w1", "b1", "w2", "b2");
        assertThat(net.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(new double[][] {{5, -70}}));
        assertThat(net.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(5, 70));
        assertThat(net.parameters().get(2).gradient()).hasEntriesOf(Tensor.of(new double[][] {{3}, {30}}));
        assertThat(net.parameters().get(3).gradient()).hasEntriesOf(Tensor.of(11));
    }

    @Test
    void is_affine_relu_affine_on_the_positions_as_rows() {
        FeedForward net = new FeedForward(3, 7);
        List<Layer> rows = List.of(new Affine(3, 7), new Relu(), new Affine(7, 3));
        set(net, draw(1, 3, 7), draw(2, 7), draw(3, 7, 3), draw(4, 3));
        set(rows.get(0), draw(1, 3, 7), draw(2, 7));
        set(rows.get(2), draw(3, 7, 3), draw(4, 3));
        Tensor y = draw(5, 10, 3);
        for (Layer layer : rows) {
            y = layer.forward(y);
        }

        assertThat(net.forward(draw(5, 2, 5, 3))).isCloseTo(y.reshape(2, 5, 3), 1e-14);
    }

    @Test
    void refuses_another_width() {
        assertThatThrownBy(() -> new FeedForward(6, 2).forward(Tensor.zeros(2, 6, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("FeedForward.forward: x: expected shape (any, any, 6) but got (2, 6, 3).");
    }

    private static Tensor draw(long seed, int... dims) {
        return Values.NORMAL.draw(seed, dims);
    }

    private static void set(Layer layer, Tensor... values) {
        for (int i = 0; i < values.length; i++) {
            layer.parameters().get(i).set(values[i]);
        }
    }
}
