package gradus.reference.pool;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import org.junit.jupiter.api.Test;

class MaxPool2dTest {
    private static final Window HALVING = Window.of(2).stride(2);

    /** Lecture 9; the last block has two fours, and the first of them, row by row, wins. */
    @Test
    void works_out_the_example_of_the_lecture() {
        MaxPool2d layer = new MaxPool2d(HALVING);

        Tensor y = layer.forward(image(new double[][] {{3, 1, 3, 5}, {6, 0, 7, 9}, {3, 2, 1, 4}, {0, 2, 4, 3}}));
        Tensor dx = layer.backward(image(new double[][] {{10, 20}, {30, 40}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{6, 9}, {3, 4}}));
        assertThat(dx).hasEntriesOf(image(new double[][] {{0, 0, 0, 0}, {10, 0, 0, 20}, {30, 0, 0, 40}, {0, 0, 0, 0}}));
    }

    @Test
    void a_pixel_that_wins_twice_gets_both_shares() {
        MaxPool2d layer = new MaxPool2d(Window.of(1, 2));

        Tensor y = layer.forward(image(new double[][] {{1, 5, 2}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{5, 5}}));
        assertThat(layer.backward(image(new double[][] {{3, 4}}))).hasEntriesOf(image(new double[][] {{0, 7, 0}}));
    }

    @Test
    void pixels_left_over_are_seen_by_nobody() {
        MaxPool2d layer = new MaxPool2d(HALVING);

        Tensor y = layer.forward(image(new double[][] {{1, 2, 9}, {3, 4, 9}, {9, 9, 9}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{4}}));
        assertThat(layer.backward(image(new double[][] {{1}}))).hasEntriesOf(image(new double[][] {
            {0, 0, 0}, {0, 1, 0}, {0, 0, 0}
        }));
    }

    @Test
    void padding_never_wins() {
        MaxPool2d layer = new MaxPool2d(HALVING.padding(1));

        Tensor y = layer.forward(image(new double[][] {{-1, -2}, {-3, -1000}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{-1, -2}, {-3, -1000}}));
        assertThat(layer.backward(image(new double[][] {{1, 2}, {3, 4}}))).hasEntriesOf(image(new double[][] {
            {1, 2}, {3, 4}
        }));
    }

    @Test
    void padding_is_no_greater_than_the_least_there_is() {
        Tensor least = Tensor.full(Shape.of(1, 1, 2, 2), Double.NEGATIVE_INFINITY);

        Tensor y = new MaxPool2d(HALVING.padding(1)).forward(least);

        assertThat(y.toArray()).containsOnly(Double.NEGATIVE_INFINITY);
    }

    /** As in PyTorch, where padding is no pixel that could win: nothing of dy is lost. */
    @Test
    void the_first_pixel_wins_where_all_are_as_small_as_the_padding() {
        MaxPool2d layer = new MaxPool2d(Window.of(3).stride(2).padding(1));
        double least = Double.NEGATIVE_INFINITY;

        layer.forward(image(new double[][] {{least, least, 2, least}, {least, least, 1, least}, {5, 4, 3, least}}));
        Tensor dx = layer.backward(image(new double[][] {{10, 20}, {30, 40}}));

        assertThat(dx).hasEntriesOf(image(new double[][] {{10, 0, 20, 0}, {0, 0, 0, 0}, {30, 40, 0, 0}}));
    }

    /** The window at the corner sees one pixel, and that above all is NaN. */
    @Test
    void the_least_there_is_loses_to_what_is_no_number() {
        MaxPool2d layer = new MaxPool2d(HALVING.padding(1));
        double least = Double.NEGATIVE_INFINITY;

        layer.forward(image(new double[][] {{least, least, Double.NaN}}));
        Tensor dx = layer.backward(image(new double[][] {{10, 20}}));

        assertThat(dx).hasEntriesOf(image(new double[][] {{10, 0, 20}}));
    }

    @Test
    void not_a_number_wins_over_all() {
        MaxPool2d layer = new MaxPool2d(HALVING);

        Tensor y = layer.forward(image(new double[][] {{1, Double.NaN}, {Double.POSITIVE_INFINITY, 2}}));

        assertThat(y.get(0, 0, 0, 0)).isNaN();
    }

    @Test
    void refuses_a_padding_of_more_than_half_the_window() {
        new MaxPool2d(Window.of(2).padding(1));

        assertThatThrownBy(() -> new MaxPool2d(Window.of(4, 3).padding(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MaxPool2d: padding: expected at most half of 3 but got 2.");
        assertThatThrownBy(() -> new MaxPool2d(Window.of(3, 4).padding(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MaxPool2d: padding: expected at most half of 3 but got 2.");
    }

    @Test
    void refuses_images_that_slip_through_the_gaps() {
        MaxPool2d layer = new MaxPool2d(Window.of(2).dilation(3).padding(1));

        assertThat(layer.forward(Tensor.zeros(1, 1, 3, 3))).hasEntriesOf(Tensor.zeros(1, 1, 2, 2));
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(1, 1, 3, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxPool2d.forward: x: expected images of 3 pixels or more but got 2."
                        + " A dilated window would see padding alone.");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(1, 1, 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("3 pixels or more but got 2");
    }

    @Test
    void gaps_without_padding_are_always_filled() {
        MaxPool2d layer = new MaxPool2d(Window.of(1).dilation(3));

        assertThat(layer.forward(Tensor.ones(1, 1, 2, 2))).hasEntriesOf(Tensor.ones(1, 1, 2, 2));
    }

    @Test
    void refuses_what_is_no_batch_of_images_and_what_the_window_refuses() {
        MaxPool2d strict = new MaxPool2d(HALVING.strict(true));

        assertThatThrownBy(() -> strict.forward(Tensor.zeros(3, 4, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MaxPool2d.forward: x: expected shape (any, any, any, any) but got (3, 4, 4).");
        assertThatThrownBy(() -> strict.forward(Tensor.zeros(1, 1, 5, 4)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("3 / 2 leaves 1 over");
    }

    private static Tensor image(double[][] rows) {
        return Tensor.of(rows).reshape(Shape.of(1, 1, rows.length, rows[0].length));
    }
}
