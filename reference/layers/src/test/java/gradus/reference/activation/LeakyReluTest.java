package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.reference.loss.MeanSquaredError;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LeakyReluTest {
    /** The exam of August 2022, problem 6: two inputs, three leaky units of slope 1/2, two outputs, targets (1, 1). */
    @Test
    void works_out_the_net_of_the_exam() {
        Affine first = affine(new double[][] {{-0.5, 1, 2}, {-1, 0.5, 1.5}}, 0.5, 0, -1);
        Affine second = affine(new double[][] {{1, -0.5}, {-0.5, 2}, {-1, 1}}, -1, 2);
        LeakyRelu leaky = new LeakyRelu(0.5);

        Tensor h = leaky.forward(first.forward(Tensor.of(new double[][] {{1, -2}})));
        Tensor y = second.forward(h);
        MeanSquaredError loss = new MeanSquaredError(Reduction.MEAN_ALL);
        double value = loss.forward(y, Tensor.ones(1, 2));
        first.backward(leaky.backward(second.backward(loss.backward())));

        assertThat(h).hasEntriesOf(Tensor.of(new double[][] {{2, 0, -1}}));
        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{2, 0}}));
        assertThat(value).isEqualTo(1);
        assertThat(first.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(new double[][] {
            {1.5, -1.25, -1}, {-3, 2.5, 2}
        }));
        assertThat(-0.5 - 0.1 * first.parameters().get(0).gradient().get(0, 0)).isCloseTo(-0.65, within(1e-15));
    }

    @Test
    void at_zero_the_slope_counts() {
        LeakyRelu leaky = new LeakyRelu(0.01);

        assertThat(leaky.forward(Tensor.of(-2, 0, -0.0, 3))).hasEntriesOf(Tensor.of(-0.02, 0, 0, 3));
        assertThat(leaky.backward(Tensor.of(5, 5, 5, 5))).isWithin(Tensor.of(0.05, 0.05, 0.05, 5), 1e-17);
    }

    /** The maximum of 2 x and x would be 6 and -2. */
    @Test
    void a_slope_above_one_still_applies_below_zero() {
        LeakyRelu steep = new LeakyRelu(2);

        assertThat(steep.forward(Tensor.of(3, -2))).hasEntriesOf(Tensor.of(3, -4));
        assertThat(steep.backward(Tensor.of(7, 7))).hasEntriesOf(Tensor.of(7, 14));
    }

    @Test
    void is_right_far_out() {
        LeakyRelu leaky = new LeakyRelu(0.1);

        assertThat(leaky.forward(Tensor.of(1000, -1000))).hasEntriesOf(Tensor.of(1000, -100));
        assertThat(leaky.backward(Tensor.of(3, 10))).hasEntriesOf(Tensor.of(3, 1));
    }

    @Property(seed = "2026", tries = 50)
    void is_a_relu_less_a_slope_of_the_other_side(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor otherSide = new Relu().forward(x.negate());

        assertThat(new LeakyRelu(0.2).forward(x))
                .hasEntriesOf(new Relu().forward(x).minus(otherSide.times(0.2)));
    }

    @Property(seed = "2026", tries = 50)
    void without_a_slope_it_is_a_relu(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        LeakyRelu leaky = new LeakyRelu(0);
        Relu relu = new Relu();

        assertThat(leaky.forward(x)).hasEntriesOf(relu.forward(x));
        assertThat(leaky.backward(dy)).hasEntriesOf(relu.backward(dy));
    }

    /** Euler's identity for functions that scale with their input. */
    @Property(seed = "2026", tries = 50)
    void input_and_output_meet_their_gradients_in_one_number(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        LeakyRelu leaky = new LeakyRelu(0.2);

        Tensor y = leaky.forward(x);

        assertThat(leaky.backward(dy).dot(x))
                .isCloseTo(dy.dot(y), within(1e-14 * dy.abs().dot(y.abs())));
    }

    @Test
    void refuses_a_slope_that_is_not_finite() {
        assertThatThrownBy(() -> new LeakyRelu(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LeakyRelu: slope: expected a finite number but got NaN.");
    }

    private static Affine affine(double[][] w, double... b) {
        Affine layer = new Affine(w.length, b.length);
        layer.parameters().get(0).set(Tensor.of(w));
        layer.parameters().get(1).set(Tensor.of(b));
        return layer;
    }
}
