package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SoftplusTest {
    private final Softplus softplus = new Softplus();

    /** The exam of February 2022, 2.2: f(0) = ln 2; and 1 + exp(ln 3) = 4, with the slope 3/4. */
    @Test
    void works_out_a_case_by_hand() {
        assertThat(softplus.forward(Tensor.of(0, Math.log(3)))).isWithin(Tensor.of(Math.log(2), Math.log(4)), 1e-15);
        assertThat(softplus.backward(Tensor.of(1, 8))).isWithin(Tensor.of(0.5, 6), 1e-14);
    }

    @Test
    void is_right_far_out() {
        assertThat(softplus.forward(Tensor.of(1000, -1000, -700))).isWithin(Tensor.of(1000, 0, 0), 1e-300);
        assertThat(softplus.backward(Tensor.of(3, 3, 3))).isWithin(Tensor.of(3, 0, 0), 1e-300);
    }

    /** ln(1 + e) is e where e is far below 1. */
    @Test
    void keeps_what_is_left_far_below_zero() {
        assertThat(softplus.forward(Tensor.of(-100))).isCloseTo(Tensor.of(Math.exp(-100)), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void both_sides_together_are_the_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(softplus.forward(x).minus(softplus.forward(x.negate())))
                .isWithin(x, 1e-15 * (1 + x.abs().max()));
    }

    @Property(seed = "2026", tries = 50)
    void the_slope_is_the_sigmoid(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        softplus.forward(x);

        assertThat(softplus.backward(Tensor.ones(dims.n(), dims.d()))).isWithin(new Sigmoid().forward(x), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void lies_above_a_relu_and_far_out_on_it(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor relu = new Relu().forward(x);

        Tensor above = softplus.forward(x).minus(relu);

        assertThat(above.greaterEqual(0)).hasEntriesOf(Tensor.ones(dims.n(), dims.d()));
        assertThat(softplus.forward(x.times(1e6)).divide(1e6)).isWithin(relu, 1e-6);
    }
}
