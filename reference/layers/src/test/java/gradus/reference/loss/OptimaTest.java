package gradus.reference.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Which constant a loss likes best for many values. Source: lecture 7; summer 2021, 1.8. */
class OptimaTest {
    private final MeanSquaredError squared = new MeanSquaredError(Reduction.MEAN_ALL);
    private final MeanAbsoluteError absolute = new MeanAbsoluteError(Reduction.MEAN_ALL);

    @Property(seed = "2026", tries = 50)
    void the_mean_has_the_least_squared_error(@ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, 7);
        double mean = y.mean();
        double least = cost(squared, mean, y);

        assertThat(squared.backward().sum()).isCloseTo(0, within(1e-12 * y.abs().max()));
        for (double step : new double[] {-1, -0.01, 0.01, 1}) {
            assertThat(cost(squared, mean + step, y)).isCloseTo(least + step * step, within(1e-9 + 1e-12 * least));
        }
    }

    /** Of seven values the fourth: three pull each way, and no other constant costs less. */
    @Property(seed = "2026", tries = 50)
    void the_median_has_the_least_absolute_error(@ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, 7);
        double median = median(y);
        double least = cost(absolute, median, y);

        for (double other : y.toArray()) {
            assertThat(cost(absolute, other, y)).isGreaterThanOrEqualTo(least);
        }
        assertThat(cost(absolute, y.mean(), y)).isGreaterThanOrEqualTo(least - 1e-12 * least);
    }

    @Property(seed = "2026", tries = 50)
    void an_outlier_moves_the_mean_but_not_the_median(@ForAll long seed) {
        Tensor y = Values.NORMAL.draw(seed, 7);
        Tensor spoiled = y.plus(y.equalTo(y.max()).times(1e6));

        assertThat(spoiled.mean() - y.mean()).isCloseTo(1e6 / 7, within(1e-6));
        cost(absolute, median(y), spoiled);
        assertThat(absolute.backward().sum())
                .as("no pull away from the old median")
                .isCloseTo(0, within(1e-15));
        cost(squared, y.mean(), spoiled);
        assertThat(squared.backward().sum())
                .as("a hard pull away from the old mean")
                .isLessThan(-1e5);
    }

    private static double cost(Loss<Tensor> loss, double constant, Tensor y) {
        return loss.forward(Tensor.full(y.shape(), constant), y);
    }

    private static double median(Tensor y) {
        double[] sorted = y.toArray();
        Arrays.sort(sorted);
        return sorted[3];
    }
}
