package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import org.junit.jupiter.api.Test;

class SeparableConv2dTest {
    /** By hand: u is (21, 5400), y mixes the two channels. */
    @Test
    void filters_each_channel_and_then_mixes_the_channels() {
        SeparableConv2d layer = new SeparableConv2d(2, 2, Window.of(1, 2));
        layer.parameters().get(0).set(Tensor.of(Shape.of(2, 1, 1, 2), 1, 10, 100, 1000));
        layer.parameters().get(1).set(Tensor.of(Shape.of(2, 2, 1, 1), 1, 2, 3, 0));
        layer.parameters().get(2).set(Tensor.of(0.5, 0.25));

        Tensor y = layer.forward(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 4, 5));
        Tensor dx = layer.backward(Tensor.of(Shape.of(1, 2, 1, 1), 1, 10));

        assertThat(y).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1, 1), 21 + 10_800 + 0.5, 63.25));
        assertThat(dx).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1, 2), 31, 310, 200, 2000)); // du = (31, 2)
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(Shape.of(2, 1, 1, 2), 31, 62, 8, 10));
        assertThat(layer.parameters().get(1).gradient())
                .hasEntriesOf(Tensor.of(Shape.of(2, 2, 1, 1), 21, 5400, 210, 54_000));
        assertThat(layer.parameters().get(2).gradient()).hasEntriesOf(Tensor.of(1, 10));
    }

    @Test
    void names_its_parameters() {
        SeparableConv2d layer = new SeparableConv2d(3, 5, Window.of(3, 2));

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("depthwise", "pointwise", "b");
    }

    @Test
    void refuses_other_channels_and_upstreams() {
        SeparableConv2d layer = new SeparableConv2d(3, 5, Window.of(3, 2));
        layer.forward(Tensor.zeros(2, 3, 7, 4));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(2, 5, 7, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SeparableConv2d.forward: x: expected shape (any, 3, any, any) but got (2, 5, 7, 4).");
        assertThatThrownBy(() -> layer.backward(Tensor.zeros(2, 3, 5, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SeparableConv2d.backward: dy: expected shape (2, 5, 5, 3) but got (2, 3, 5, 3).");
    }
}
