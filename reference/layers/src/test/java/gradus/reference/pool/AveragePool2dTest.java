package gradus.reference.pool;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import org.junit.jupiter.api.Test;

class AveragePool2dTest {
    /** Lecture 9. */
    @Test
    void works_out_the_example_of_the_lecture() {
        AveragePool2d layer = new AveragePool2d(Window.of(2).stride(2));

        Tensor y = layer.forward(image(new double[][] {{3, 1, 3, 5}, {6, 0, 7, 9}, {3, 2, 1, 4}, {0, 2, 4, 3}}));
        Tensor dx = layer.backward(image(new double[][] {{4, 8}, {12, 16}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{2.5, 6}, {1.75, 3}}));
        assertThat(dx).hasEntriesOf(image(new double[][] {{1, 1, 2, 2}, {1, 1, 2, 2}, {3, 3, 4, 4}, {3, 3, 4, 4}}));
    }

    /** A corner of a padded image has four zeros of nine; the divisor is nine all the same, there and back. */
    @Test
    void padding_counts() {
        AveragePool2d layer = new AveragePool2d(Window.of(3).padding(1));

        Tensor y = layer.forward(Tensor.full(Tensor.zeros(1, 1, 2, 2).shape(), 9));
        Tensor dx = layer.backward(image(new double[][] {{9, 0}, {0, 0}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{4, 4}, {4, 4}}));
        assertThat(dx).hasEntriesOf(image(new double[][] {{1, 1}, {1, 1}}));
    }

    @Test
    void refuses_what_is_no_batch_of_images_and_what_the_window_refuses() {
        AveragePool2d layer = new AveragePool2d(Window.of(3));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(3, 4, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("AveragePool2d.forward: x: expected shape (any, any, any, any) but got (3, 4, 4).");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(1, 1, 3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("3 pixels or more but got 2");
    }

    private static Tensor image(double[][] rows) {
        return Tensor.of(rows).reshape(1, 1, rows.length, rows[0].length);
    }
}
