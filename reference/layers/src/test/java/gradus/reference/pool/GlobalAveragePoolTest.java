package gradus.reference.pool;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GlobalAveragePoolTest {
    @Test
    void takes_the_mean_of_each_channel() {
        GlobalAveragePool layer = new GlobalAveragePool();

        Tensor y = layer.forward(Tensor.of(Shape.of(1, 2, 1, 3), 1, 2, 6, -1, -1, -4));
        Tensor dx = layer.backward(Tensor.of(new double[][] {{3, 6}}));

        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{3, -2}}));
        assertThat(dx).hasEntriesOf(Tensor.of(Shape.of(1, 2, 1, 3), 1, 1, 1, 2, 2, 2));
    }

    @Test
    void of_no_pixels_there_is_no_mean() {
        Tensor y = new GlobalAveragePool().forward(Tensor.zeros(1, 2, 0, 3));

        assertThat(y.get(0, 0)).isNaN();
        assertThat(y.get(0, 1)).isNaN();
    }

    @Test
    void refuses_what_is_no_batch_of_images() {
        assertThatThrownBy(() -> new GlobalAveragePool().forward(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("GlobalAveragePool.forward: x: expected shape (any, any, any, any) but got (2, 3).");
    }
}
