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

class DepthwiseConv2dTest {
    @Test
    void each_channel_has_a_filter_and_a_bias_of_its_own() {
        DepthwiseConv2d layer = new DepthwiseConv2d(2, Window.of(1, 2));
        layer.parameters().get(0).set(Tensor.of(Shape.of(2, 1, 1, 2), 1, 10, 100, 1000));
        layer.parameters().get(1).set(Tensor.of(0.5, 0.25));

        Tensor y = layer.forward(Tensor.of(Shape.of(1, 2, 1, 3), 1, 2, 3, 4, 5, 6));
        Tensor dx = layer.backward(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4));

        assertThat(y).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1, 2), 21.5, 32.5, 5400.25, 6500.25));
        assertThat(dx).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1, 3), 1, 12, 20, 300, 3400, 4000));
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(Shape.of(2, 1, 1, 2), 5, 8, 32, 39));
        assertThat(layer.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(3, 7));
    }

    @Test
    void names_its_parameters_and_itself() {
        DepthwiseConv2d layer = new DepthwiseConv2d(3, Window.of(2));

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w", "b");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(1, 2, 5, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("DepthwiseConv2d.forward: x: expected shape (any, 3, any, any) but got (1, 2, 5, 5).");
    }
}
