package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ParametricReluTest {
    @Test
    void works_out_one_slope_for_all_by_hand() {
        ParametricRelu layer = prelu(0.5);

        assertThat(layer.forward(Tensor.of(new double[][] {{-2, 3}, {4, -6}}))).hasEntriesOf(Tensor.of(new double[][] {
            {-1, 3}, {4, -3}
        }));
        assertThat(layer.backward(Tensor.of(new double[][] {{10, 20}, {30, 40}})))
                .hasEntriesOf(Tensor.of(new double[][] {{5, 20}, {30, 20}}));
        assertThat(gradient(layer)).hasEntriesOf(Tensor.of(10 * -2 + 40 * -6));
    }

    @Test
    void works_out_a_slope_for_each_channel_by_hand() {
        ParametricRelu layer = prelu(0.5, 2);

        assertThat(layer.forward(Tensor.of(new double[][] {{-2, -3}, {4, -6}}))).hasEntriesOf(Tensor.of(new double[][] {
            {-1, -6}, {4, -12}
        }));
        assertThat(layer.backward(Tensor.of(new double[][] {{10, 20}, {30, 40}})))
                .hasEntriesOf(Tensor.of(new double[][] {{5, 40}, {30, 80}}));
        assertThat(gradient(layer)).hasEntriesOf(Tensor.of(10 * -2, 20 * -3 + 40 * -6));
    }

    @Test
    void a_slope_covers_its_channel_whatever_lies_behind() {
        ParametricRelu layer = prelu(0.5, 2, 3);
        Shape images = Shape.of(1, 3, 2, 1);

        assertThat(layer.forward(Tensor.full(images, -1))).hasEntriesOf(Tensor.of(images, -0.5, -0.5, -2, -2, -3, -3));
        assertThat(layer.backward(Tensor.of(images, 1, 2, 3, 4, 5, 6)))
                .hasEntriesOf(Tensor.of(images, 0.5, 1, 6, 8, 15, 18));
        assertThat(gradient(layer)).hasEntriesOf(Tensor.of(-3, -7, -11));
    }

    @Test
    void one_slope_for_all_takes_any_shape() {
        ParametricRelu layer = prelu(0.5);

        assertThat(layer.forward(Tensor.full(Shape.of(), -4))).hasEntriesOf(Tensor.full(Shape.of(), -2));
        assertThat(layer.backward(Tensor.full(Shape.of(), 3))).hasEntriesOf(Tensor.full(Shape.of(), 1.5));
        assertThat(gradient(layer)).hasEntriesOf(Tensor.of(-12));
    }

    @Test
    void at_zero_the_slope_counts_and_learns_nothing() {
        ParametricRelu layer = prelu(0.5);
        layer.forward(Tensor.of(0, -0.0));

        assertThat(layer.backward(Tensor.of(4, 4))).hasEntriesOf(Tensor.of(2, 2));
        assertThat(gradient(layer)).hasEntriesOf(Tensor.of(0));
    }

    @Test
    void is_right_far_out() {
        ParametricRelu layer = prelu(0.5);

        assertThat(layer.forward(Tensor.of(1000, -1000))).hasEntriesOf(Tensor.of(1000, -500));
        assertThat(layer.backward(Tensor.of(3, 3))).hasEntriesOf(Tensor.of(3, 1.5));
        assertThat(gradient(layer)).hasEntriesOf(Tensor.of(-3000));
    }

    @Test
    void starts_with_a_quarter() {
        Parameter alpha = new ParametricRelu(3).parameters().get(0);

        assertThat(alpha.name()).isEqualTo("alpha");
        assertThat(alpha.value()).hasEntriesOf(Tensor.of(0.25, 0.25, 0.25));
    }

    @Property(seed = "2026", tries = 50)
    void with_equal_slopes_it_is_a_leaky_relu(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.t());
        ParametricRelu layer = prelu(Tensor.full(Shape.of(dims.d()), 0.3).toArray());
        LeakyRelu leaky = new LeakyRelu(0.3);

        assertThat(layer.forward(x)).hasEntriesOf(leaky.forward(x));
        assertThat(layer.backward(dy)).hasEntriesOf(leaky.backward(dy));
    }

    @Property(seed = "2026", tries = 50)
    void a_shared_slope_learns_what_the_slopes_of_all_channels_learn(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.t());
        ParametricRelu shared = prelu(0.3);
        ParametricRelu each = prelu(Tensor.full(Shape.of(dims.d()), 0.3).toArray());

        shared.forward(x);
        shared.backward(dy);
        each.forward(x);
        each.backward(dy);

        assertThat(gradient(shared).sum())
                .isCloseTo(gradient(each).sum(), within(1e-14 * dy.abs().dot(x.abs())));
    }

    /** Euler's identity twice: y scales with x, and what is negative with α too. */
    @Property(seed = "2026", tries = 50)
    void inputs_and_slopes_meet_their_gradients_in_what_came_out(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.t());
        Tensor alpha = Values.NORMAL.draw(seed + 2, dims.d());
        ParametricRelu layer = prelu(alpha.toArray());

        Tensor y = layer.forward(x);
        double throughX = layer.backward(dy).dot(x);
        double throughAlpha = gradient(layer).dot(alpha);

        double tolerance = 1e-14 * dy.abs().dot(y.abs());
        assertThat(throughX).isCloseTo(dy.dot(y), within(tolerance));
        assertThat(throughAlpha).isCloseTo(dy.dot(y.times(x.less(0))), within(tolerance));
    }

    @Test
    void refuses_other_channels() {
        assertThatThrownBy(() -> prelu(1, 2, 3).forward(Tensor.zeros(3, 2, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("ParametricRelu.forward: x: expected shape (any, 3, …) but got (3, 2, 5).");
        assertThatThrownBy(() -> prelu(1, 2, 3).forward(Tensor.zeros(3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("ParametricRelu.forward: x: expected shape (any, 3, …) but got (3).");
    }

    @Test
    void refuses_to_have_no_channel() {
        assertThatThrownBy(() -> new ParametricRelu(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ParametricRelu: channels: expected 1 or more but got 0.");
    }

    private static ParametricRelu prelu(double... alpha) {
        ParametricRelu layer = new ParametricRelu(alpha.length);
        layer.parameters().get(0).set(Tensor.of(alpha));
        return layer;
    }

    private static Tensor gradient(ParametricRelu layer) {
        return layer.parameters().get(0).gradient();
    }
}
