package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignTest {
    private final Sign sign = new Sign();

    @Test
    void says_on_which_side_of_zero_x_lies() {
        assertThat(sign.forward(Tensor.of(-1000, -1e-300, -0.0, 0, 2, 1000)))
                .hasEntriesOf(Tensor.of(-1, -1, 0, 0, 1, 1));
        assertThat(sign.backward(Tensor.ones(6))).hasEntriesOf(Tensor.zeros(6));
    }

    @Test
    void lets_no_gradient_through() {
        sign.forward(Tensor.of(-2, 0, 3));

        assertThat(sign.backward(Tensor.of(5, 5, 5))).hasEntriesOf(Tensor.of(0, 0, 0));
    }

    @Property(seed = "2026", tries = 50)
    void is_the_difference_of_two_steps(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Step step = new Step();

        assertThat(sign.forward(x)).hasEntriesOf(step.forward(x).minus(step.forward(x.negate())));
    }

    @Property(seed = "2026", tries = 50)
    void sign_and_size_make_the_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(sign.forward(x).times(x.abs())).hasEntriesOf(x);
    }
}
