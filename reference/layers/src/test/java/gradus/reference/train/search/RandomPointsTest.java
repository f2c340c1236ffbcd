package gradus.reference.train.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomPointsTest {
    private final RandomPoints points =
            new RandomPoints(Map.of("rate", Range.logarithmic(1e-4, 1e-1), "dropout", Range.uniform(-2, 6)));

    @Test
    void points_lie_in_their_ranges_and_fill_them() {
        List<Setting> settings = points.settings(3000, new Seed(1));

        double[] rates =
                settings.stream().mapToDouble(s -> Math.log10(s.value("rate"))).toArray();
        double[] dropouts =
                settings.stream().mapToDouble(s -> s.value("dropout")).toArray();
        assertThat(Arrays.stream(rates)).allSatisfy(r -> assertThat(r).isBetween(-4.0, -1.0));
        assertThat(Arrays.stream(dropouts)).allSatisfy(p -> assertThat(p).isBetween(-2.0, 6.0));
        // the mean of 3000 has the deviations 0.016 and 0.042
        assertThat(Arrays.stream(rates).average().orElseThrow()).isCloseTo(-2.5, within(0.06));
        assertThat(Arrays.stream(dropouts).average().orElseThrow()).isCloseTo(2, within(0.15));
    }

    @Test
    void n_trials_try_n_values_of_each() {
        List<Setting> settings = points.settings(20, new Seed(2));

        assertThat(settings.stream().map(s -> s.value("rate")).distinct()).hasSize(20);
        assertThat(settings.stream().map(s -> s.value("dropout")).distinct()).hasSize(20);
        assertThat(points.settings(20, new Seed(2))).isEqualTo(settings);
        assertThat(points.settings(20, new Seed(3))).isNotEqualTo(settings);
    }

    @Test
    void hyperparameters_are_drawn_apart() {
        RandomPoints twins = new RandomPoints(Map.of("a", Range.uniform(0, 1), "b", Range.uniform(0, 1)));

        assertThat(twins.settings(9, new Seed(2))).noneMatch(s -> s.value("a") == s.value("b"));
    }

    @Test
    void ranges_are_in_order() {
        assertThat(Range.uniform(-1, -1).at(0.7)).isEqualTo(-1);
        assertThat(Range.uniform(2, 4).at(0.25)).isEqualTo(2.5);
        assertThat(Range.logarithmic(1e-4, 1).at(0.25)).isCloseTo(1e-3, within(1e-18));
        assertThatThrownBy(() -> Range.uniform(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Range: expected low <= high but got 2.0 and 1.0.");
        assertThatThrownBy(() -> Range.logarithmic(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Range: expected 0 < low <= high but got 0.0 and 1.0.");
        assertThatThrownBy(() -> Range.uniform(0, Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.uniform(Double.NEGATIVE_INFINITY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Range.uniform(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
