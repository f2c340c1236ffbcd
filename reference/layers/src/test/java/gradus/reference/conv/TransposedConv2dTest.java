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

class TransposedConv2dTest {
    /** By hand: four stamps one pixel apart, which overlap. */
    @Test
    void stamps_its_filter_once_for_each_pixel() {
        TransposedConv2d layer = new TransposedConv2d(1, 1, Window.of(2));
        layer.parameters().get(0).set(image(new double[][] {{1, 2}, {3, 4}}));
        layer.parameters().get(1).set(Tensor.of(0.5));

        Tensor y = layer.forward(image(new double[][] {{1, 10}, {100, 1000}}));
        Tensor dx = layer.backward(image(new double[][] {{1, 0, 2}, {0, 3, 0}, {4, 0, 5}}));

        assertThat(y).hasEntriesOf(image(new double[][] {
            {1.5, 12.5, 20.5}, {103.5, 1234.5, 2040.5}, {300.5, 3400.5, 4000.5}
        }));
        assertThat(dx).hasEntriesOf(image(new double[][] {{13, 13}, {18, 23}}));
        assertThat(layer.parameters().get(0).gradient()).hasEntriesOf(image(new double[][] {{3001, 320}, {430, 5003}}));
        assertThat(layer.parameters().get(1).gradient()).hasEntriesOf(Tensor.of(15));
    }

    /** Endterm 2021, 3: windows of 4 by strides of 2 with padding 1 double the size, from 4 to 64 in four steps. */
    @Test
    void doubles_the_size_as_the_exam_wants_it() {
        int size = 4;
        for (int step = 0; step < 4; step++) {
            TransposedConv2d layer =
                    new TransposedConv2d(1, 1, Window.of(4).stride(2).padding(1));
            size = layer.forward(Tensor.zeros(1, 1, size, size)).dim(2);
        }

        assertThat(size).isEqualTo(64);
    }

    /** Strides (height - 1) + span - 2 padding. */
    @Test
    void has_the_size_that_a_convolution_would_undo() {
        Window window = Window.of(3, 2).stride(3).padding(1).dilation(2);
        Tensor y = new TransposedConv2d(2, 5, window).forward(Tensor.zeros(3, 2, 4, 7));

        assertThat(y.shape()).isEqualTo(Shape.of(3, 5, 3 * 3 + 5 - 2, 3 * 6 + 3 - 2));
        assertThat(window.strict(true).outputHeight(y.dim(2))).isEqualTo(4);
        assertThat(window.strict(true).outputWidth(y.dim(3))).isEqualTo(7);
    }

    @Test
    void names_its_parameters() {
        TransposedConv2d layer = new TransposedConv2d(2, 3, Window.of(3, 2));

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w", "b");
        assertThat(layer.parameters())
                .extracting(p -> p.value().shape())
                .containsExactly(Shape.of(2, 3, 3, 2), Shape.of(3));
    }

    @Test
    void refuses_other_channels_and_upstreams() {
        TransposedConv2d layer = new TransposedConv2d(2, 3, Window.of(3, 2));
        layer.forward(Tensor.zeros(5, 2, 4, 7));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 3, 4, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransposedConv2d.forward: x: expected shape (any, 2, any, any) but got (5, 3, 4, 7).");
        assertThatThrownBy(() -> layer.backward(Tensor.zeros(5, 2, 6, 8)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransposedConv2d.backward: dy: expected shape (5, 3, 6, 8) but got (5, 2, 6, 8).");
    }

    @Test
    void refuses_a_padding_that_cuts_everything_off() {
        TransposedConv2d layer = new TransposedConv2d(1, 1, Window.of(3, 5).padding(2));

        assertThat(layer.forward(Tensor.zeros(1, 1, 3, 1))).hasEntriesOf(Tensor.zeros(1, 1, 1, 1));
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(1, 1, 2, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransposedConv2d.forward: x: expected a height of which a padding of 2 leaves something"
                        + " but 2 gives 0.");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(1, 1, 3, 0)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TransposedConv2d.forward: x: expected a width of which a padding of 2 leaves something"
                        + " but 0 gives 0.");
    }

    private static Tensor image(double[][] rows) {
        return Tensor.of(rows).reshape(1, 1, rows.length, rows[0].length);
    }

    /** y[S i + D k - P, S j + D l - P] += x[i, j] w[k, l] by four loops, S = 3, P = 1: 3 · 1 + 3 - 2 = 4 pixels from 2. */
    @Test
    void follows_its_formula_with_stride_and_padding() {
        double[][] x = {{1, 10}, {-100, 1000}};
        double[][] w = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
        double[][] y = new double[4][4];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 3; k++) {
                    for (int l = 0; l < 3; l++) {
                        int row = 3 * i + k - 1;
                        int column = 3 * j + l - 1;
                        if (row >= 0 && row < 4 && column >= 0 && column < 4) {
                            y[row][column] += x[i][j] * w[k][l];
                        }
                    }
                }
            }
        }
        TransposedConv2d layer =
                new TransposedConv2d(1, 1, Window.of(3).stride(3).padding(1));
        layer.parameters().get(0).set(image(w));

        assertThat(layer.forward(image(x))).hasEntriesOf(image(y));
    }
}
