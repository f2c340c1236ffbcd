package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GeluTest {
    private final Gelu gelu = new Gelu();

    /** From tables of the normal distribution: Φ(1) = 0.8413447461, φ(1) = 0.2419707245. */
    @Test
    void works_out_a_case_from_tables() {
        assertThat(gelu.forward(Tensor.of(1, 0, -1))).isWithin(Tensor.of(0.8413447461, 0, -0.1586552539), 1e-10);
        assertThat(gelu.backward(Tensor.of(1, 2, 1)))
                .isWithin(Tensor.of(0.8413447461 + 0.2419707245, 1, 0.1586552539 - 0.2419707245), 1e-9);
    }

    /** The form with a tanh says 0.8411919906 at 1. */
    @Test
    void is_the_exact_form() {
        assertThat(gelu.forward(Tensor.of(1))).isWithin(Tensor.of(0.8413447460685429), 1e-15);
    }

    @Test
    void is_right_far_out() {
        assertThat(gelu.forward(Tensor.of(1000, -1000))).hasEntriesOf(Tensor.of(1000, 0));
        assertThat(gelu.backward(Tensor.of(3, 3))).hasEntriesOf(Tensor.of(3, 0));
    }

    /** x Φ(x) + x Φ(-x) = x, as for ReLU. */
    @Property(seed = "2026", tries = 50)
    void both_sides_together_are_the_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(gelu.forward(x).minus(gelu.forward(x.negate()))).isCloseTo(x, 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void the_slopes_on_both_sides_have_the_sum_one(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        gelu.forward(x);
        Tensor here = gelu.backward(Tensor.ones(dims.n(), dims.d()));
        gelu.forward(x.negate());

        assertThat(here.plus(gelu.backward(Tensor.ones(dims.n(), dims.d()))))
                .isWithin(Tensor.ones(dims.n(), dims.d()), 1e-14);
    }
}
