package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Reduction;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuberTest {
    /** With δ = 2: squared up to 2, straight beyond, 0.5 and 4 apart. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 0.5, 1", "-1, 0.5, -1", "2, 2, 2", "-2, 2, -2", "3, 4, 2", "-3, 4, -2", "10, 18, 2"})
    void works_out_both_sides_of_the_bend(double difference, double expected, double slope) {
        Huber loss = new Huber(2, Reduction.SUM);

        assertThat(loss.forward(Tensor.of(difference + 5), Tensor.of(5))).isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(slope));
    }

    /** Differences 1 and 3 in the first sample, -4 and 0 in the second: 0.5 + 4 + 6 + 0. */
    @ParameterizedTest
    @CsvSource({"SUM, 10.5, 1", "HALF_SUM, 5.25, 0.5", "MEAN_BATCH, 5.25, 0.5", "MEAN_ALL, 2.625, 0.25"})
    void reductions_differ_by_a_factor(Reduction reduction, double expected, double slope) {
        Huber loss = new Huber(2, reduction);

        assertThat(loss.forward(Tensor.of(new double[][] {{1, 3}, {-4, 0}}), Tensor.zeros(2, 2)))
                .isEqualTo(expected);
        assertThat(loss.backward())
                .hasEntriesOf(Tensor.of(new double[][] {{1, 2}, {-2, 0}}).times(slope));
    }

    @Property(seed = "2026", tries = 50)
    void within_delta_it_is_half_the_squared_error(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor prediction = values.draw(seed, dims.n(), dims.d());
        Tensor target = values.draw(seed + 1, dims.n(), dims.d());
        Huber huber = new Huber(1e6, Reduction.SUM);
        MeanSquaredError squared = new MeanSquaredError(Reduction.HALF_SUM);
        double expected = squared.forward(prediction, target);

        assertThat(huber.forward(prediction, target)).isCloseTo(expected, within(1e-14 * expected));
        assertThat(huber.backward()).isCloseTo(squared.backward(), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void beyond_delta_it_is_delta_times_the_absolute_error_less_half(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor sign = values.draw(seed, dims.n(), dims.d()).greater(0).times(2).minus(1);
        Tensor prediction =
                sign.times(Values.POSITIVE.draw(seed + 1, dims.n(), dims.d()).plus(0.5));
        Huber huber = new Huber(0.5, Reduction.SUM);
        MeanAbsoluteError absolute = new MeanAbsoluteError(Reduction.SUM);
        double expected =
                0.5 * (absolute.forward(prediction, Tensor.zeros(dims.n(), dims.d())) - dims.n() * dims.d() * 0.25);

        assertThat(huber.forward(prediction, Tensor.zeros(dims.n(), dims.d()))).isCloseTo(expected, within(1e-13));
        assertThat(huber.backward()).hasEntriesOf(absolute.backward().times(0.5));
    }

    @Property(seed = "2026", tries = 50)
    void no_entry_pulls_harder_than_delta(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Huber loss = new Huber(0.7, Reduction.SUM);
        loss.forward(values.draw(seed, dims.n(), dims.d()), values.draw(seed + 1, dims.n(), dims.d()));

        assertThat(loss.backward().abs().max()).isLessThanOrEqualTo(0.7);
    }

    @Property(seed = "2026", tries = 50)
    void scales_with_its_delta(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor prediction = values.draw(seed, dims.n(), dims.d());
        double small = new Huber(0.75, Reduction.MEAN_ALL).forward(prediction, Tensor.zeros(dims.n(), dims.d()));

        double large = new Huber(3, Reduction.MEAN_ALL).forward(prediction.times(4), Tensor.zeros(dims.n(), dims.d()));

        assertThat(large).isEqualTo(16 * small);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 0", "HALF_SUM, 0", "MEAN_BATCH, NaN", "MEAN_ALL, NaN"})
    void an_empty_batch_has_a_sum_but_no_mean(Reduction reduction, Double expected) {
        Huber loss = new Huber(1, reduction);

        assertThat(loss.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_a_target_of_another_shape() {
        Huber loss = new Huber(1, Reduction.SUM);

        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), Tensor.zeros(3, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Huber.forward: target: expected shape (5, 3) but got (3, 5). Is it transposed?");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void refuses_a_delta_that_is_not_above_zero(double delta) {
        assertThatThrownBy(() -> new Huber(delta, Reduction.SUM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Huber: delta: expected a number above 0 but got " + delta + ".");
    }
}
