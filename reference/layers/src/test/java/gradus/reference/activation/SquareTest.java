package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SquareTest {
    private final Square square = new Square();

    /** The note on matrix derivatives, section 4: the loss is the sum of y², 52, so the upstream is all ones. */
    @Test
    void works_out_the_example_of_the_note() {
        Tensor y = square.forward(Tensor.of(new double[][] {{1, 1}, {5, 5}}));

        assertThat(y.sum()).isEqualTo(52);
        assertThat(square.backward(Tensor.ones(2, 2))).hasEntriesOf(Tensor.of(new double[][] {{2, 2}, {10, 10}}));
    }

    @Test
    void takes_the_upstream_into_account() {
        square.forward(Tensor.of(-3, 0, 1000));

        assertThat(square.backward(Tensor.of(2, 5, -1))).hasEntriesOf(Tensor.of(-12, 0, -2000));
    }

    @Property(seed = "2026", tries = 50)
    void is_even(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(square.forward(x.negate())).hasEntriesOf(square.forward(x));
    }

    /** Euler's identity for functions that scale with the square of their input. */
    @Property(seed = "2026", tries = 50)
    void the_input_meets_its_gradient_in_twice_the_outputs(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());

        Tensor y = square.forward(x);

        assertThat(square.backward(dy).dot(x))
                .isCloseTo(2 * dy.dot(y), within(1e-13 * dy.abs().dot(y)));
    }
}
