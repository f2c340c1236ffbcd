package gradus.reference.conv;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import org.junit.jupiter.api.Test;

class Conv2dTest {
    private static final double[][] IMAGE = {
        {-5, 3, 2, -5, 3}, {4, 3, 2, 1, -3}, {1, 0, 3, 3, 5}, {-2, 0, 1, 4, 4}, {5, 6, 7, 9, -1}
    };

    /** Lecture 9, the sharpening filter; the slides print 6, 1, 8, -7, 9. */
    @Test
    void works_out_the_example_of_the_lecture() {
        Conv2d layer = layer(new double[][] {{0, -1, 0}, {-1, 5, -1}, {0, -1, 0}}, Window.of(3));

        Tensor y = layer.forward(image(IMAGE));

        assertThat(y).hasEntriesOf(image(new double[][] {{6, 1, 8}, {-7, 9, 2}, {-5, -9, 3}}));
    }

    /** Lecture 10: one weight, 2, doubles every pixel. */
    @Test
    void works_out_the_window_of_one_pixel() {
        Conv2d layer = layer(new double[][] {{2}}, Window.of(1));

        assertThat(layer.forward(image(IMAGE))).hasEntriesOf(image(IMAGE).times(2));
        assertThat(layer.backward(image(IMAGE))).hasEntriesOf(image(IMAGE).times(2));
        assertThat(gradient(layer, 0).sum()).isEqualTo(image(IMAGE).square().sum());
    }

    /** By hand: each of four windows of two by two pixels, there and back. */
    @Test
    void works_out_an_example_there_and_back() {
        Conv2d layer = layer(new double[][] {{1, 2}, {3, 4}}, Window.of(2));
        layer.parameters().get(1).set(Tensor.of(0.5));

        Tensor y = layer.forward(image(new double[][] {{1, 0, 2}, {0, 3, 0}, {4, 0, 5}}));
        Tensor dx = layer.backward(image(new double[][] {{1, 10}, {100, 1000}}));

        assertThat(y).hasEntriesOf(image(new double[][] {{13.5, 13.5}, {18.5, 23.5}}));
        assertThat(dx).hasEntriesOf(image(new double[][] {{1, 12, 20}, {103, 1234, 2040}, {300, 3400, 4000}}));
        assertThat(gradient(layer, 0)).hasEntriesOf(image(new double[][] {{3001, 320}, {430, 5003}}));
        assertThat(gradient(layer, 1)).hasEntriesOf(Tensor.of(1111));
    }

    /** One filter looks at all channels at once, and adds. */
    @Test
    void adds_over_channels() {
        Conv2d layer = new Conv2d(2, 1, Window.of(1), 1);
        layer.parameters().get(0).set(Tensor.of(Shape.of(1, 2, 1, 1), 10, 100));

        Tensor y = layer.forward(Tensor.of(Shape.of(1, 2, 1, 2), 1, 2, 3, 4));

        assertThat(y).hasEntriesOf(Tensor.of(Shape.of(1, 1, 1, 2), 310, 420));
    }

    /** Lectures 9 and 10 and the exams: weights and one bias a filter. */
    @Test
    void has_as_many_parameters_as_the_course_counts() {
        assertThat(count(new Conv2d(3, 10, Window.of(5).padding(2), 1))).isEqualTo(760);
        assertThat(count(new Conv2d(3, 5, Window.of(4), 1))).isEqualTo(245);
        assertThat(count(new Conv2d(3, 8, Window.of(3).padding(1), 1))).isEqualTo(224);
        assertThat(count(new Conv2d(32, 1, Window.of(1), 1))).isEqualTo(33);
        assertThat(count(new Conv2d(2, 100, Window.of(28), 1))).isEqualTo(156_900);
    }

    /** Lecture 10: 256 filters of 5 × 5 × 3 at 8 × 8 places; in two steps, one product for each weight and place. */
    @Test
    void separable_steps_take_fewer_products() {
        int places = Window.of(5).outputHeight(12) * Window.of(5).outputWidth(12);
        SeparableConv2d separable = new SeparableConv2d(3, 256, Window.of(5));

        assertThat(weights(new Conv2d(3, 256, Window.of(5), 1), 0) * places).isEqualTo(1_228_800);
        assertThat(weights(separable, 0) * places).isEqualTo(4_800);
        assertThat(weights(separable, 1) * places).isEqualTo(49_152);
    }

    /** Lecture 9: 7 pixels, a window of 3, strides of 3: illegal there, rounded down elsewhere. */
    @Test
    void leaves_pixels_over_unless_the_window_is_strict() {
        Window window = Window.of(3).stride(3);

        assertThat(new Conv2d(1, 1, window, 1).forward(Tensor.zeros(1, 1, 7, 7)))
                .hasEntriesOf(Tensor.zeros(1, 1, 2, 2));
        assertThatThrownBy(() -> new Conv2d(1, 1, window.strict(true), 1).forward(Tensor.zeros(1, 1, 7, 7)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("Window.outputHeight: expected strides that end at the border but 4 / 3");
    }

    @Test
    void pixels_left_over_get_no_gradient() {
        Conv2d layer = layer(new double[][] {{1, 2}, {3, 4}}, Window.of(2).stride(2));
        layer.forward(Values.NORMAL.draw(1, 1, 1, 3, 3));

        assertThat(layer.backward(image(new double[][] {{1}}))).hasEntriesOf(image(new double[][] {
            {1, 2, 0}, {3, 4, 0}, {0, 0, 0}
        }));
    }

    @Test
    void large_numbers_stay_finite_and_right() {
        Conv2d layer = layer(new double[][] {{1000, -1000}}, Window.of(1, 2));

        assertThat(layer.forward(image(new double[][] {{1000, -1000, -1000}}))).hasEntriesOf(image(new double[][] {
            {2e6, 0}
        }));
    }

    @Test
    void names_its_parameters() {
        Conv2d layer = new Conv2d(4, 6, Window.of(3, 2), 2);

        assertThat(layer.parameters()).extracting(Parameter::name).containsExactly("w", "b");
        assertThat(layer.parameters())
                .extracting(p -> p.value().shape())
                .containsExactly(Shape.of(6, 2, 3, 2), Shape.of(6));
    }

    @Test
    void refuses_groups_that_do_not_come_out_even() {
        refusesGroups(4, 6, 3);
        refusesGroups(6, 4, 3);
        refusesGroups(4, 6, 0);
        refusesGroups(4, 6, -2);
    }

    private static void refusesGroups(int inputs, int filters, int groups) {
        assertThatThrownBy(() -> new Conv2d(inputs, filters, Window.of(3), groups))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conv2d: groups: expected a number that divides " + inputs + " inputs and " + filters
                        + " filters but got " + groups + ".");
    }

    @Test
    void refuses_other_channels_and_upstreams_and_images_that_are_too_small() {
        Conv2d layer = new Conv2d(4, 6, Window.of(3, 2), 2);
        layer.forward(Tensor.zeros(5, 4, 7, 3));

        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 2, 7, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d.forward: x: expected shape (any, 4, any, any) but got (5, 2, 7, 3).");
        assertThatThrownBy(() -> layer.backward(Tensor.zeros(5, 6, 2, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Conv2d.backward: dy: expected shape (5, 6, 5, 2) but got (5, 6, 2, 5).");
        assertThatThrownBy(() -> layer.forward(Tensor.zeros(5, 4, 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith("Window.outputHeight: expected 3 pixels or more but got 2.");
    }

    private static int count(Layer layer) {
        return layer.parameters().stream().mapToInt(p -> p.value().size()).sum();
    }

    private static int weights(Layer layer, int parameter) {
        return layer.parameters().get(parameter).value().size();
    }

    private static Conv2d layer(double[][] w, Window window) {
        Conv2d layer = new Conv2d(1, 1, window, 1);
        layer.parameters().get(0).set(image(w));
        return layer;
    }

    private static Tensor gradient(Conv2d layer, int parameter) {
        return layer.parameters().get(parameter).gradient();
    }

    private static Tensor image(double[][] rows) {
        return Tensor.of(rows).reshape(1, 1, rows.length, rows[0].length);
    }
}
