package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EluTest {
    /** exp(-ln 2) = 1/2, so with α = 3: y = 3 (1/2 - 1) and the slope 3/2. */
    @Test
    void works_out_a_case_by_hand() {
        Elu elu = new Elu(3);

        assertThat(elu.forward(Tensor.of(-Math.log(2), 5))).isWithin(Tensor.of(-1.5, 5), 1e-15);
        assertThat(elu.backward(Tensor.of(4, 4))).isWithin(Tensor.of(6, 4), 1e-15);
    }

    @Test
    void the_slope_at_zero_is_alpha() {
        Elu elu = new Elu(3);

        assertThat(elu.forward(Tensor.of(0, -0.0))).hasEntriesOf(Tensor.of(0, 0));
        assertThat(elu.backward(Tensor.of(4, 4))).hasEntriesOf(Tensor.of(12, 12));
    }

    @Test
    void is_right_far_out() {
        Elu elu = new Elu(3);

        assertThat(elu.forward(Tensor.of(1000, -1000))).hasEntriesOf(Tensor.of(1000, -3));
        assertThat(elu.backward(Tensor.of(4, 4))).hasEntriesOf(Tensor.of(4, 0));
    }

    /** exp(x) - 1 = x + x²/2 + …, where exp(x) itself has rounded all but a few digits away. */
    @Test
    void just_below_zero_it_keeps_its_digits() {
        Tensor y = new Elu(1).forward(Tensor.of(-1e-9, -1e-17, -1e-300));

        assertThat(y.divide(Tensor.of(-1e-9 + 0.5e-18, -1e-17, -1e-300))).isWithin(Tensor.ones(3), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void below_zero_the_slope_is_the_answer_and_alpha(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d()).abs().negate();
        Elu elu = new Elu(1.7);

        Tensor y = elu.forward(x);

        assertThat(elu.backward(Tensor.ones(dims.n(), dims.d()))).isWithin(y.plus(1.7), 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void without_alpha_it_is_a_relu(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Elu elu = new Elu(0);
        Relu relu = new Relu();

        assertThat(elu.forward(x)).hasEntriesOf(relu.forward(x));
        assertThat(elu.backward(dy)).hasEntriesOf(relu.backward(dy));
    }

    @Test
    void refuses_an_alpha_that_is_not_finite() {
        assertThatThrownBy(() -> new Elu(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Elu: alpha: expected a finite number but got Infinity.");
    }
}
