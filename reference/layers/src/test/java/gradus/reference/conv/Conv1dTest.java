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

class Conv1dTest {
    private static final Window THREE = Window.of(1, 3);

    /** Lecture 9: the mean of three neighbours, the ends lost. */
    @Test
    void works_out_the_box_filter_of_the_lecture() {
        Tensor y = box(THREE).forward(sequence(4, 3, 2, -5, 3, 5, 2, 5, 5, 6));

        assertThat(y).isCloseTo(sequence(3, 0, 0, 1, 10 / 3.0, 4, 4, 16 / 3.0), 1e-15);
    }

    /** Lecture 9: with a zero at each end. */
    @Test
    void works_out_the_box_filter_with_zeros_at_the_ends() {
        Tensor y = box(THREE.padding(1)).forward(sequence(4, 3, 2, -5, 3, 5, 2, 5, 5, 6));

        assertThat(y).isCloseTo(sequence(7 / 3.0, 3, 0, 0, 1, 10 / 3.0, 4, 4, 16 / 3.0, 11 / 3.0), 1e-15);
    }

    /** Which way round matters where the filter is not symmetric: as it stands, its first weight meets the earlier entry. */
    @Test
    void flips_when_told() {
        Conv1d plain = with(THREE, 1, 0, 0);
        Conv1d flipped = with(THREE.flip(true), 1, 0, 0);
        Tensor x = sequence(1, 2, 3, 4);
        Tensor dy = sequence(10, 20);

        assertThat(plain.forward(x)).hasEntriesOf(sequence(1, 2));
        assertThat(flipped.forward(x)).hasEntriesOf(sequence(3, 4));
        assertThat(plain.backward(dy)).hasEntriesOf(sequence(10, 20, 0, 0));
        assertThat(flipped.backward(dy)).hasEntriesOf(sequence(0, 0, 10, 20));
        assertThat(gradient(plain)).hasEntriesOf(sequence(50, 80, 110));
        assertThat(gradient(flipped)).hasEntriesOf(sequence(110, 80, 50));
    }

    /** y[i] = b + Σ w[k] x[S i + D k - P] and its sums on the way back, by two loops, with every option away from its usual value. */
    @Test
    void follows_its_formula_with_stride_gaps_and_padding() {
        double[] x = {4, 3, 2, -5, 3, 5, 2};
        double[] w = {1, 10, -100};
        double[] dy = {1, -2, 3};
        double[] y = {0.5, 0.5, 0.5};
        double[] dx = new double[7];
        double[] dw = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                int place = 2 * i + 2 * k - 1; // S = 2, D = 2, P = 1
                if (place >= 0 && place < 7) {
                    y[i] += w[k] * x[place];
                    dx[place] += dy[i] * w[k];
                    dw[k] += dy[i] * x[place];
                }
            }
        }
        Conv1d layer = with(THREE.stride(2).dilation(2).padding(1), w);
        layer.parameters().get(1).set(Tensor.of(0.5));

        assertThat(layer.forward(sequence(x))).hasEntriesOf(sequence(y));
        assertThat(layer.backward(sequence(dy))).hasEntriesOf(sequence(dx));
        assertThat(gradient(layer)).hasEntriesOf(sequence(dw));
        assertThat(layer.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(2));
    }

    @Test
    void names_its_parameters() {
        Conv1d layer = new Conv1d(4, 6, THREE, 2);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w", "b");
        assertThat(layer.parameters())
                .extracting(p -> p.value().shape())
                .containsExactly(Shape.of(6, 2, 3), Shape.of(6));
    }

    @Test
    void refuses_a_window_for_images() {
        assertThatThrownBy(() -> new Conv1d(2, 3, Window.of(3), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conv1d: window: expected a height of 1 but got 3. Window.of(1, 3) sees three neighbours.");
    }

    @Test
    void names_the_length_that_it_was_given() {
        assertThatThrownBy(() -> new Conv1d(2, 3, Window.of(1, 5).padding(1), 1).forward(Tensor.zeros(1, 2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Window.outputWidth: expected 3 pixels or more but got 2."
                        + " With padding there are 4, and the window spans 5.");
        assertThatThrownBy(() -> new Conv1d(2, 3, Window.of(1, 3).padding(1 << 30), 1).forward(Tensor.zeros(1, 2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        "Window.outputWidth: expected at most 2147483647 pixels with the padding but got 2147483650.");
    }

    @Test
    void refuses_groups_that_do_not_come_out_even() {
        assertThatThrownBy(() -> new Conv1d(4, 6, THREE, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conv1d: groups: expected a number that divides 4 inputs and 6 filters but got 3.");
    }

    @Test
    void refuses_other_channels_and_upstreams_and_what_the_window_refuses() {
        Conv1d layer = new Conv1d(4, 6, THREE.stride(2).padding(1).strict(true), 2);
        layer.forward(Tensor.zeros(5, 4, 7));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 2, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv1d.forward: x: expected shape (any, 4, any) but got (5, 2, 7).");
        assertThatThrownBy(() -> layer.backward(Tensor.zeros(5, 6, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv1d.backward: dy: expected shape (5, 6, 4) but got (5, 6, 7).");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 4, 6)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("Window.outputWidth: expected strides that end at the border but 5 / 2");
    }

    private static Conv1d box(Window window) {
        return with(window, 1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    private static Conv1d with(Window window, double... w) {
        Conv1d layer = new Conv1d(1, 1, window, 1);
        layer.parameters().get(0).set(sequence(w));
        return layer;
    }

    private static Tensor gradient(Conv1d layer) {
        return layer.parameters().get(0).gradient();
    }

    private static Tensor sequence(double... values) {
        return Tensor.of(Shape.of(1, 1, values.length), values);
    }
}
