package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.dense.Affine;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReluTest {
    private final Relu relu = new Relu();

    /** The mock exam of 2020, III: two inputs, two units, two outputs, targets (1, 1/2); the second unit is dead. */
    @Test
    void works_out_the_net_of_the_mock_exam() {
        Affine first = affine(new double[][] {{1, -0.5}, {0.5, -1}}, 0.5, -0.5);
        Affine second = affine(new double[][] {{0.5, -1}, {-0.5, 1}}, -1, 0.5);

        Tensor h = relu.forward(first.forward(Tensor.of(new double[][] {{2, -1}})));
        Tensor y = second.forward(h);
        Tensor dh = second.backward(y.minus(Tensor.of(1, 0.5))); // the loss is the mean of two squares
        Tensor dz = relu.backward(dh);
        first.backward(dz);

        assertThat(h).hasEntriesOf(Tensor.of(new double[][] {{2, 0}}));
        assertThat(y).hasEntriesOf(Tensor.of(new double[][] {{0, -1.5}}));
        assertThat(dz).hasEntriesOf(Tensor.of(new double[][] {{1.5, 0}}));
        assertThat(first.parameters().get(0).gradient()).hasEntriesOf(Tensor.of(new double[][] {{3, 0}, {-1.5, 0}}));
    }

    /** Lecture 4: ŷ = w2 max(0, w1 x) with x = 1, y = 0, w1 = 1/3, w2 = 2 and the loss (ŷ - y)². */
    @Test
    void works_out_the_two_weights_of_the_lecture() {
        Affine first = affine(new double[][] {{1.0 / 3}}, 0);
        Affine second = affine(new double[][] {{2}}, 0);

        Tensor y = second.forward(relu.forward(first.forward(Tensor.ones(1, 1))));
        first.backward(relu.backward(second.backward(y.times(2))));

        assertThat(second.parameters().get(0).gradient()).isWithin(Tensor.of(new double[][] {{4.0 / 9}}), 1e-15);
        assertThat(first.parameters().get(0).gradient()).isWithin(Tensor.of(new double[][] {{8.0 / 3}}), 1e-15);
    }

    @Test
    void keeps_what_is_positive() {
        Tensor y = relu.forward(Tensor.of(-2, 0, 3));

        assertThat(y).hasEntriesOf(Tensor.of(0, 0, 3));
    }

    @Test
    void the_slope_at_zero_is_zero() {
        relu.forward(Tensor.of(-2, 0, -0.0, 3));

        assertThat(relu.backward(Tensor.of(5, 5, 5, 5))).hasEntriesOf(Tensor.of(0, 0, 0, 5));
    }

    @Test
    void is_right_far_out() {
        assertThat(relu.forward(Tensor.of(1000, -1000))).hasEntriesOf(Tensor.of(1000, 0));
        assertThat(relu.backward(Tensor.of(3, 3))).hasEntriesOf(Tensor.of(3, 0));
    }

    /** ECE lecture 4: two ReLUs make the absolute value, and of such are towers made. */
    @Property(seed = "2026", tries = 50)
    void both_sides_added_are_the_size_of_the_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(relu.forward(x).plus(relu.forward(x.negate()))).hasEntriesOf(x.abs());
    }

    @Property(seed = "2026", tries = 50)
    void both_sides_together_are_the_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(relu.forward(x).minus(relu.forward(x.negate()))).hasEntriesOf(x);
    }

    /** Euler's identity for functions that scale with their input. */
    @Property(seed = "2026", tries = 50)
    void input_and_output_meet_their_gradients_in_one_number(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());

        Tensor y = relu.forward(x);

        Assertions.assertThat(relu.backward(dy).dot(x)).isEqualTo(dy.dot(y));
    }

    private static Affine affine(double[][] w, double... b) {
        Affine layer = new Affine(w.length, b.length);
        layer.parameters().get(0).set(Tensor.of(w));
        layer.parameters().get(1).set(Tensor.of(b));
        return layer;
    }
}
