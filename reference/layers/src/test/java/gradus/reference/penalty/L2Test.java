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

class L2Test {
    @Test
    void works_out_an_example() {
        L2 penalty = new L2(0.5);
        Tensor theta = Tensor.of(new double[][] {{3, -4}, {0, 1}});

        assertThat(penalty.value(theta)).isEqualTo(6.5);
        assertThat(penalty.gradient(theta)).hasEntriesOf(Tensor.of(new double[][] {{1.5, -2}, {0, 0.5}}));
    }

    /** Lecture 7's two weight vectors, which score alike on x = (1, 1, 1, 1): R = 1 and 0.25 with λ Σ θ², that is 2 λ. */
    @Test
    void prefers_shared_work() {
        L2 penalty = new L2(2);
        Tensor alone = Tensor.of(1, 0, 0, 0);
        Tensor shared = Tensor.of(0.25, 0.25, 0.25, 0.25);

        assertThat(alone.dot(Tensor.ones(4))).isEqualTo(shared.dot(Tensor.ones(4)));
        assertThat(penalty.value(alone)).isEqualTo(1);
        assertThat(penalty.value(shared)).isEqualTo(0.25);
    }

    @Property(seed = "2026", tries = 50)
    void weights_and_gradient_meet_in_twice_the_penalty(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = values.draw(seed, dims.n(), dims.d());
        L2 penalty = new L2(0.3);
        double value = penalty.value(theta);

        assertThat(penalty.gradient(theta).dot(theta)).isCloseTo(2 * value, within(1e-14 * value));
    }

    /** θ - α λ θ = (1 - α λ) θ. */
    @Property(seed = "2026", tries = 50)
    void a_step_of_gradient_descent_is_weight_decay(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor theta = values.draw(seed, dims.n(), dims.d());

        Tensor stepped = theta.minus(new L2(0.3).gradient(theta).times(0.1));

        assertThat(stepped).isCloseTo(theta.times(1 - 0.1 * 0.3), 1e-15);
    }

    @Test
    void weights_are_only_read() {
        Tensor theta = Values.NORMAL.draw(1, 5, 3);
        new L2(0.3).value(theta);
        new L2(0.3).gradient(theta).fill(7);

        assertThat(theta).hasEntriesOf(Values.NORMAL.draw(1, 5, 3));
    }

    @Test
    void strength_zero_is_no_penalty() {
        assertThat(new L2(0).value(Tensor.of(3, -4))).isZero();
        assertThat(new L2(0).gradient(Tensor.of(3, -4))).hasEntriesOf(Tensor.zeros(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_an_odd_strength(double lambda) {
        assertThatThrownBy(() -> new L2(lambda))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("L2: lambda: expected a finite number from 0 but got " + lambda + ".");
    }
}
