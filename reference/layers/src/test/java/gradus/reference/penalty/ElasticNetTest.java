package gradus.reference.penalty;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ElasticNetTest {
    /** β = 2 multiplies the squares: 2 · 26 + 8, times 1/2. */
    @Test
    void works_out_an_example() {
        ElasticNet penalty = new ElasticNet(0.5, 2);
        Tensor theta = Tensor.of(new double[][] {{3, -4}, {0, 1}});

        assertThat(penalty.value(theta)).isEqualTo(30);
        assertThat(penalty.gradient(theta)).hasEntriesOf(Tensor.of(new double[][] {{6.5, -8.5}, {0, 2.5}}));
    }

    @Property(seed = "2026", tries = 50)
    void is_both_penalties_together(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = values.draw(seed, dims.n(), dims.d());
        ElasticNet both = new ElasticNet(0.3, 0.7);
        L1 first = new L1(0.3);
        L2 second = new L2(2 * 0.7 * 0.3);
        double expected = first.value(theta) + second.value(theta);

        assertThat(both.value(theta)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(both.gradient(theta)).isCloseTo(first.gradient(theta).plus(second.gradient(theta)), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void without_the_square_it_is_l1(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = values.draw(seed, dims.n(), dims.d());
        double expected = new L1(0.3).value(theta);

        assertThat(new ElasticNet(0.3, 0).value(theta)).isCloseTo(expected, within(1e-15 * expected));
        assertThat(new ElasticNet(0.3, 0).gradient(theta)).hasEntriesOf(new L1(0.3).gradient(theta));
    }

    @Test
    void weights_are_only_read() {
        Tensor theta = Values.NORMAL.draw(1, 5, 3);
        new ElasticNet(0.3, 0.7).value(theta);
        new ElasticNet(0.3, 0.7).gradient(theta).fill(7);

        assertThat(theta).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
    }

    @Test
    void refuses_odd_strengths() {
        assertThatThrownBy(() -> new ElasticNet(-1, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ElasticNet: lambda: expected a finite number from 0 but got -1.0.");
        assertThatThrownBy(() -> new ElasticNet(1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ElasticNet: beta: expected a finite number from 0 but got NaN.");
    }
}
