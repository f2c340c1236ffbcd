package gradus.reference.train.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Seed;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void has_every_combination_once() {
        List<Setting> settings = new Grid(Map.of())
                .and("rate", 1.0, 2.0)
                .and("decay", 3.0, 4.0, 5.0)
                .settings();

        assertThat(settings.stream().map(Setting::toString))
                .containsExactly(
                        "{decay=3.0, rate=1.0}",
                        "{decay=4.0, rate=1.0}",
                        "{decay=5.0, rate=1.0}",
                        "{decay=3.0, rate=2.0}",
                        "{decay=4.0, rate=2.0}",
                        "{decay=5.0, rate=2.0}");
    }

    @Test
    void nothing_to_choose_is_one_setting() {
        assertThat(new Grid(Map.of()).settings()).containsExactly(new Setting(Map.of()));
        assertThat(new Grid(Map.of()).and("rate").settings()).isEmpty();
    }

    /** Lecture 6: rates 1e-1 to 1e-4, decays 1e-4, 1e-5, 0. */
    @Test
    void the_coarse_grid_of_the_lecture() {
        List<Setting> settings = Grid.coarse().settings();

        assertThat(settings).hasSize(12).doesNotHaveDuplicates();
        assertThat(settings.stream().map(s -> s.value("rate")).distinct()).containsExactly(0.1, 0.01, 0.001, 0.0001);
        assertThat(settings.stream().map(s -> s.value("decay")).distinct()).containsExactly(1e-4, 1e-5, 0.0);
    }

    @Test
    void a_finer_grid_lies_around_the_best() {
        List<Setting> settings =
                Grid.around(new Setting(Map.of("rate", 0.01, "decay", 0.0)), 4).settings();

        assertThat(settings.stream().mapToDouble(s -> s.value("rate")).toArray())
                .containsExactly(new double[] {0.0025, 0.005, 0.01, 0.02, 0.04}, within(1e-17));
        assertThat(settings.stream().map(s -> s.value("decay"))).containsOnly(0.0);
        assertThatThrownBy(() -> Grid.around(new Setting(Map.of()), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Grid.around: factor: expected a finite number above 1 but got 1.0.");
        assertThatThrownBy(() -> Grid.around(new Setting(Map.of()), Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trials_come_in_order_of_error() {
        List<Setting> settings = new Grid(Map.of()).and("x", 3.0, 1.0, 2.0, 0.0).settings();

        List<Trial> trials =
                Trial.all(settings, s -> s.value("x") == 0 ? Double.NaN : (s.value("x") - 2) * (s.value("x") - 2.5));

        assertThat(trials.stream().map(t -> t.setting().value("x"))).containsExactly(2.0, 3.0, 1.0, 0.0);
        assertThat(trials.get(1).error()).isEqualTo(0.5);
    }

    /**
     * The error (rate - 0.03)² + (decay - 4)² on a grid of 2 × 3 and on 200 points of the ranges that the grid spans: all combinations
     * are tried, all points lie in the ranges, and the first trial has the least error.
     */
    @Test
    void grid_and_random_search_choose_the_least_error() {
        ToDoubleFunction<Setting> error = s -> Math.pow(s.value("rate") - 0.03, 2) + Math.pow(s.value("decay") - 4, 2);
        List<Setting> combinations = new Grid(Map.of())
                .and("rate", 0.01, 0.1)
                .and("decay", 3.0, 4.5, 6.0)
                .settings();
        List<Setting> points = new RandomPoints(
                        Map.of("rate", Range.logarithmic(0.01, 0.1), "decay", Range.uniform(3, 6)))
                .settings(200, new Seed(1));

        List<Trial> onGrid = Trial.all(combinations, error);
        List<Trial> atRandom = Trial.all(points, error);

        assertThat(combinations)
                .containsExactlyInAnyOrder(
                        setting(0.01, 3),
                        setting(0.01, 4.5),
                        setting(0.01, 6),
                        setting(0.1, 3),
                        setting(0.1, 4.5),
                        setting(0.1, 6));
        assertThat(onGrid.get(0).setting()).isEqualTo(setting(0.01, 4.5));
        assertThat(onGrid.get(0).error()).isCloseTo(0.2504, within(1e-15));
        assertThat(points).hasSize(200).doesNotHaveDuplicates().allSatisfy(s -> {
            assertThat(s.value("rate")).isBetween(0.01, 0.1);
            assertThat(s.value("decay")).isBetween(3.0, 6.0);
        });
        assertThat(atRandom.get(0).error())
                .isEqualTo(points.stream().mapToDouble(error).min().orElseThrow())
                .isLessThan(0.01);
    }

    private static Setting setting(double rate, double decay) {
        return new Setting(Map.of("rate", rate, "decay", decay));
    }

    @Test
    void an_unknown_hyperparameter_is_named() {
        assertThatThrownBy(() -> new Setting(Map.of("rate", 1.0, "decay", 2.0)).value("momentum"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Setting.value: expected one of [decay, rate] but got momentum.");
    }
}
