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

class MeanAbsoluteErrorTest {
    /** Lecture 7: residuals of size 3, 4, 2, 2 and else 0 cost 11; squared they cost 33. */
    @Test
    void works_out_the_residuals_of_the_lecture() {
        Tensor residuals = Tensor.of(new double[][] {{3, -4, 2, -2, 0}});
        MeanAbsoluteError loss = new MeanAbsoluteError(Reduction.SUM);

        assertThat(loss.forward(residuals, Tensor.zeros(1, 5))).isEqualTo(11);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{1, -1, 1, -1, 0}}));
        assertThat(new MeanSquaredError(Reduction.SUM).forward(residuals, Tensor.zeros(1, 5)))
                .isEqualTo(33);
    }

    /** Differences 1, -2, 3, -4, 5, -6 in two samples: the magnitudes sum to 21. */
    @ParameterizedTest
    @CsvSource({"SUM, 21, 1", "HALF_SUM, 10.5, 0.5", "MEAN_BATCH, 10.5, 0.5", "MEAN_ALL, 3.5, 0.16666666666666666"})
    void reductions_differ_by_a_factor(Reduction reduction, double expected, double slope) {
        MeanAbsoluteError loss = new MeanAbsoluteError(reduction);
        Tensor prediction = Tensor.of(new double[][] {{1, -2, 3}, {-4, 5, -6}});

        assertThat(loss.forward(prediction, Tensor.zeros(2, 3))).isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(prediction.sign().times(slope));
    }

    @Test
    void the_slope_at_the_kink_is_zero() {
        MeanAbsoluteError loss = new MeanAbsoluteError(Reduction.SUM);

        assertThat(loss.forward(Tensor.of(1, 2, 3), Tensor.of(1, 1, 3))).isEqualTo(1);
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(0, 1, 0));
    }

    @Property(seed = "2026", tries = 50)
    void gradient_and_difference_meet_in_the_loss(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Reduction reduction) {
        MeanAbsoluteError loss = new MeanAbsoluteError(reduction);
        Tensor prediction = values.draw(seed, dims.n(), dims.d());
        Tensor target = values.draw(seed + 1, dims.n(), dims.d());

        double value = loss.forward(prediction, target);

        assertThat(loss.backward().dot(prediction.minus(target))).isCloseTo(value, within(1e-14 * value));
    }

    @Property(seed = "2026", tries = 50)
    void prediction_and_target_may_change_places(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MeanAbsoluteError loss = new MeanAbsoluteError(Reduction.MEAN_BATCH);
        Tensor prediction = values.draw(seed, dims.n(), dims.d());
        Tensor target = values.draw(seed + 1, dims.n(), dims.d());

        double there = loss.forward(prediction, target);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(target, prediction)).isEqualTo(there);
        assertThat(loss.backward()).hasEntriesOf(gradient.negate());
    }

    @Property(seed = "2026", tries = 50)
    void a_larger_error_costs_more_in_proportion_and_pulls_no_harder(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        MeanAbsoluteError loss = new MeanAbsoluteError(Reduction.MEAN_ALL);
        Tensor error = values.draw(seed, dims.n(), dims.d());
        double once = loss.forward(error, Tensor.zeros(dims.n(), dims.d()));
        Tensor gradient = loss.backward();

        assertThat(loss.forward(error.times(8), Tensor.zeros(dims.n(), dims.d())))
                .isEqualTo(8 * once);
        assertThat(loss.backward()).hasEntriesOf(gradient);
    }

    @ParameterizedTest
    @CsvSource({"SUM, 0", "HALF_SUM, 0", "MEAN_BATCH, NaN", "MEAN_ALL, NaN"})
    void an_empty_batch_has_a_sum_but_no_mean(Reduction reduction, Double expected) {
        MeanAbsoluteError loss = new MeanAbsoluteError(reduction);

        assertThat(loss.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).isEqualTo(expected);
        assertThat(loss.backward()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_a_target_that_would_have_to_be_repeated() {
        MeanAbsoluteError loss = new MeanAbsoluteError(Reduction.SUM);

        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("MeanAbsoluteError.forward: target: expected shape (5, 3) but got (5, 1).");
    }
}
