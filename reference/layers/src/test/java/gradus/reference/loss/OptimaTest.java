package gradus.reference.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which constant a loss likes best for many values. Source: lecture 7; summer 2021, 1.8. */
class OptimaTest {
    private final MeanSquaredError squared = new MeanSquaredError(Reduction.MEAN_ALL);
    private final MeanAbsoluteError absolute = new MeanAbsoluteError(Reduction.MEAN_ALL);

    @Property(seed = "2026", tries = 50)
    void the_mean_has_the_least_squared_error(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, 2 * dims.d() + 1);
        double mean = y.mean();
        double least = cost(squared, mean, y);

        assertThat(squared.backward().sum()).isCloseTo(0, within(1e-12 * y.abs().max()));
        for (double step : new double[] {-1, -0.01, 0.01, 1}) {
            assertThat(cost(squared, mean + step, y)).isCloseTo(least + step * step, within(1e-9 + 1e-12 * least));
        }
    }

    /** Of seven values the fourth: three pull each way, and no other constant costs less. */
    @Property(seed = "2026", tries = 50)
    void the_median_has_the_least_absolute_error(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = values.draw(seed, 2 * dims.d() + 1);
        double median = median(y);
        double least = cost(absolute, median, y);

        for (double other : y.toArray()) {
            assertThat(cost(absolute, other, y)).isGreaterThanOrEqualTo(least);
        }
        assertThat(cost(absolute, y.mean(), y)).isGreaterThanOrEqualTo(least - 1e-12 * least);
    }

    /** 1, 2, 4, 5, 18: the mean is 6, the median 4; both are the least of 2001 constants, and of no other is the cost so small. */
    @Test
    void mean_and_median_are_the_best_constants() {
        Tensor y = Tensor.of(5, 1, 18, 2, 4);

        assertThat(best(squared, y)).isCloseTo(6, within(1e-12));
        assertThat(best(absolute, y)).isCloseTo(4, within(1e-12));
        assertThat(cost(squared, 6, y)).isEqualTo((25 + 16 + 4 + 1 + 144) / 5.0);
        assertThat(squared.backward().sum()).isCloseTo(0, within(1e-15));
        assertThat(cost(absolute, 4, y)).isEqualTo((3 + 2 + 0 + 1 + 14) / 5.0);
        assertThat(absolute.backward().sum()).isCloseTo(0, within(1e-15));
    }

    /** The constant from 0 to 20, in steps of 1/100, that costs least. */
    private static double best(Loss<Tensor> loss, Tensor y) {
        return IntStream.rangeClosed(0, 2000)
                .mapToObj(i -> i / 100.0)
                .min(Comparator.comparingDouble(constant -> cost(loss, constant, y)))
                .orElseThrow();
    }

    @Property(seed = "2026", tries = 50)
    void an_outlier_moves_the_mean_but_not_the_median(@ForAll Primes dims, @ForAll long seed) {
        Tensor y = Values.NORMAL.draw(seed, 2 * dims.d() + 1); // of one largest number, so without ties
        Tensor spoiled = y.plus(y.equalTo(y.max()).times(1e6));

        assertThat(spoiled.mean() - y.mean()).isCloseTo(1e6 / y.size(), within(1e-6));
        cost(absolute, median(y), spoiled);
        assertThat(absolute.backward().sum())
                .as("no pull away from the old median")
                .isCloseTo(0, within(1e-15));
        cost(squared, y.mean(), spoiled);
        assertThat(squared.backward().sum())
                .as("a hard pull away from the old mean")
                .isLessThan(-1e6 / y.size());
    }

    private static double cost(Loss<Tensor> loss, double constant, Tensor y) {
        return loss.forward(Tensor.full(y.shape(), constant), y);
    }

    private static double median(Tensor y) {
        double[] sorted = y.toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
