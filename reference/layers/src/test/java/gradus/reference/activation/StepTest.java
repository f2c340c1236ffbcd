package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StepTest {
    private final Step step = new Step();

    /** The table of the student summary. */
    @Test
    void is_one_from_zero_on() {
        assertThat(step.forward(Tensor.of(-1000, -1e-300, -0.0, 0, 2, 1000))).hasEntriesOf(Tensor.of(0, 0, 1, 1, 1, 1));
        assertThat(step.backward(Tensor.ones(6))).hasEntriesOf(Tensor.zeros(6));
    }

    @Test
    void lets_no_gradient_through() {
        step.forward(Tensor.of(-2, 0, 3));

        assertThat(step.backward(Tensor.of(5, 5, 5))).hasEntriesOf(Tensor.of(0, 0, 0));
    }

    @Property(seed = "2026", tries = 50)
    void times_the_input_it_is_a_relu(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(step.forward(x).times(x)).hasEntriesOf(new Relu().forward(x));
    }
}
