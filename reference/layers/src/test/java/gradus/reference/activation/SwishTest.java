package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SwishTest {
    /** σ(2 · ln 3 / 2) = 3/4; the slope is 3/4 + ln 3 · 3/4 · 1/4. */
    @Test
    void works_out_a_case_by_hand() {
        Swish swish = new Swish(2);
        double x = Math.log(3) / 2;

        assertThat(swish.forward(Tensor.of(x, 0))).isWithin(Tensor.of(0.75 * x, 0), 1e-15);
        assertThat(swish.backward(Tensor.of(16, 16))).isWithin(Tensor.of(12 + 3 * Math.log(3), 8), 1e-13);
    }

    /** The student summary: f(x) = 2 x σ(β x) is x for β = 0, and near 2 max(0, x) for a large β. */
    @Test
    void the_doubled_form_is_as_the_summary_says() {
        Tensor x = Tensor.of(-3, 0, 2);
        Swish level = Swish.doubled(0);

        assertThat(level.forward(x)).hasEntriesOf(x);
        assertThat(level.backward(Tensor.of(5, 6, 7))).hasEntriesOf(Tensor.of(5, 6, 7));
        assertThat(Swish.doubled(1e3).forward(x)).hasEntriesOf(Tensor.of(0, 0, 4));
    }

    /** The summary prints the range (-∞, ∞); but nothing lies below -0.2785, doubled -0.5569. */
    @Test
    void has_a_lowest_point() {
        Tensor x =
                Tensor.of(IntStream.range(-10_000, 1).mapToDouble(i -> i * 1e-3).toArray());

        assertThat(new Swish(1).forward(x).min()).isCloseTo(-0.27846, within(1e-5));
        assertThat(Swish.doubled(1).forward(x).min()).isCloseTo(-0.55693, within(1e-5));
    }

    @Test
    void is_right_far_out() {
        Swish swish = new Swish(1);

        assertThat(swish.forward(Tensor.of(1000, -1000))).hasEntriesOf(Tensor.of(1000, 0));
        assertThat(swish.backward(Tensor.of(3, 3))).hasEntriesOf(Tensor.of(3, 0));
    }

    @Property(seed = "2026", tries = 50)
    void both_sides_together_are_the_input(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Swish swish = new Swish(1.7);

        assertThat(swish.forward(x).minus(swish.forward(x.negate()))).isCloseTo(x, 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void the_doubled_form_is_twice_the_other(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Swish swish = new Swish(1.7);
        Swish doubled = Swish.doubled(1.7);

        assertThat(doubled.forward(x)).hasEntriesOf(swish.forward(x).times(2));
        assertThat(doubled.backward(dy)).hasEntriesOf(swish.backward(dy).times(2));
    }

    @Property(seed = "2026", tries = 50)
    void beta_squeezes_it_along_both_axes(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(new Swish(2).forward(x))
                .isCloseTo(new Swish(1).forward(x.times(2)).divide(2), 1e-15);
    }

    @Test
    void refuses_a_beta_that_is_not_finite() {
        String message = "Swish: beta: expected a finite number but got ";

        assertThatThrownBy(() -> new Swish(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "NaN.");
        assertThatThrownBy(() -> Swish.doubled(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message + "-Infinity.");
    }
}
