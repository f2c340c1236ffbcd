package gradus.reference.activation;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeluTest {
    private static final double S = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    private final Selu selu = new Selu();

    @Test
    void works_out_a_case_by_hand() {
        assertThat(selu.forward(Tensor.of(2, -Math.log(2)))).isWithin(Tensor.of(2 * S, -S * ALPHA / 2), 1e-15);
        assertThat(selu.backward(Tensor.of(3, 3))).isWithin(Tensor.of(3 * S, 1.5 * S * ALPHA), 1e-14);
    }

    @Test
    void the_slope_at_zero_is_that_from_below() {
        selu.forward(Tensor.of(0));

        assertThat(selu.backward(Tensor.of(1))).isWithin(Tensor.of(S * ALPHA), 1e-15);
    }

    @Test
    void is_right_far_out() {
        assertThat(selu.forward(Tensor.of(1000, -1000))).isWithin(Tensor.of(1000 * S, -S * ALPHA), 1e-12);
        assertThat(selu.backward(Tensor.of(3, 3))).isWithin(Tensor.of(3 * S, 0), 1e-15);
    }

    /** What the two numbers are for: by the trapezoidal rule over the normal density. */
    @Test
    void standard_normal_numbers_keep_their_mean_and_variance() {
        int n = 4001;
        double width = 20.0 / (n - 1);
        Tensor x = Tensor.of(
                IntStream.range(0, n).mapToDouble(i -> -10 + i * width).toArray());
        Tensor weight = x.square().divide(-2).exp().times(width / Math.sqrt(2 * Math.PI));

        Tensor y = selu.forward(x);

        assertThat(y.dot(weight)).isCloseTo(0, within(1e-5));
        assertThat(y.square().dot(weight)).isCloseTo(1, within(1e-5));
    }

    @Property(seed = "2026", tries = 50)
    void is_a_stretched_elu(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d());
        Elu elu = new Elu(ALPHA);

        assertThat(selu.forward(x)).hasEntriesOf(elu.forward(x).times(S));
        assertThat(selu.backward(dy)).hasEntriesOf(elu.backward(dy).times(S));
    }
}
