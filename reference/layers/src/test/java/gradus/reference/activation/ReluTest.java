package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReluTest {
    private final Relu relu = new Relu();

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

    @Property(seed = "2026", tries = 50)
    void both_sides_together_are_the_input(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);

        assertThat(relu.forward(x).minus(relu.forward(x.negate()))).hasEntriesOf(x);
    }

    /** Euler's identity for functions that scale with their input. */
    @Property(seed = "2026", tries = 50)
    void input_and_output_meet_their_gradients_in_one_number(@ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, 5, 7);
        Tensor dy = Values.NORMAL.draw(seed + 1, 5, 7);

        Tensor y = relu.forward(x);

        Assertions.assertThat(relu.backward(dy).dot(x)).isEqualTo(dy.dot(y));
    }
}
