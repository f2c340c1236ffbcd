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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class L1Test {
    @Test
    void works_out_an_example() {
        L1 penalty = new L1(0.5);
        Tensor theta = Tensor.of(new double[][] {{3, -4}, {0, 1}});

        assertThat(penalty.value(theta)).isEqualTo(4);
        assertThat(penalty.gradient(theta)).hasEntriesOf(Tensor.of(new double[][] {{0.5, -0.5}, {0, 0.5}}));
    }

    /** Lecture 7's two weight vectors, which score alike: L1 does not tell them apart either. */
    @Test
    void does_not_prefer_shared_work() {
        L1 penalty = new L1(1);

        assertThat(penalty.value(Tensor.of(1, 0, 0, 0))).isEqualTo(1);
        assertThat(penalty.value(Tensor.of(0.25, 0.25, 0.25, 0.25))).isEqualTo(1);
    }

    @Property(seed = "2026", tries = 50)
    void weights_and_gradient_meet_in_the_penalty(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = values.draw(seed, dims.n(), dims.d());
        L1 penalty = new L1(0.3);
        double value = penalty.value(theta);

        assertThat(penalty.gradient(theta).dot(theta)).isCloseTo(value, within(1e-14 * value));
    }

    /** One step never carries a weight that is small enough past 0 by more than the step: here all end at 0. */
    @Test
    void pulls_small_weights_as_hard_as_large_ones() {
        L1 penalty = new L1(0.25);
        Tensor theta = Tensor.of(0.5, -0.25, 1);
        for (int step = 0; step < 4; step++) {
            theta = theta.minus(penalty.gradient(theta));
        }

        assertThat(theta).hasEntriesOf(Tensor.zeros(3));
    }

    @Test
    void weights_are_only_read() {
        Tensor theta = Values.NORMAL.draw(1, 5, 3);
        new L1(0.3).value(theta);
        new L1(0.3).gradient(theta).fill(7);

        assertThat(theta).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
    }

    @Test
    void strength_zero_is_no_penalty() {
        assertThat(new L1(0).value(Tensor.of(3, -4))).isZero();
        assertThat(new L1(0).gradient(Tensor.of(3, -4))).hasEntriesOf(Tensor.zeros(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_an_odd_strength(double lambda) {
        assertThatThrownBy(() -> new L1(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("L1: lambda: expected a finite number from 0 but got " + lambda + ".");
    }
}
