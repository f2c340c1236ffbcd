package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SigmoidTest {
    private final Sigmoid sigmoid = new Sigmoid();

    /** The exam of February 2022, problem 6. */
    @Test
    void works_out_the_exam_problem() {
        Tensor y = sigmoid.forward(Tensor.of(5, 0));

        assertThat(y).isWithin(Tensor.of(0.9933071491, 0.5), 1e-10);
        assertThat(sigmoid.backward(Tensor.of(1, 1))).isWithin(Tensor.of(0.00664806, 0.25), 1e-8);
        assertThat(sigmoid.backward(Tensor.of(10, -4))).isWithin(Tensor.of(0.0664806, -1), 1e-7);
    }

    @Test
    void is_right_far_out() {
        Tensor y = sigmoid.forward(Tensor.of(1000, -1000, -740));

        assertThat(y).hasEntriesOf(Tensor.of(1, 0, Math.exp(-740)));
        assertThat(sigmoid.backward(Tensor.of(3, 3, 0))).hasEntriesOf(Tensor.of(0, 0, 0));
    }

    @Property(seed = "2026", tries = 50)
    void the_other_side_is_the_rest_to_one(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(sigmoid.forward(x.negate())).isWithin(sigmoid.forward(x).oneMinus(), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void the_slope_is_between_zero_and_a_quarter(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        sigmoid.forward(values.draw(seed, dims.n(), dims.d()));

        Tensor slope = sigmoid.backward(Tensor.ones(dims.n(), dims.d()));

        Assertions.assertThat(Arrays.stream(slope.toArray())).allMatch(s -> s >= 0 && s <= 0.25);
    }
}
