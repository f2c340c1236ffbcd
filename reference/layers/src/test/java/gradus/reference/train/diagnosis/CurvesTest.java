package gradus.reference.train.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.train.Epoch;
import gradus.reference.train.History;
import gradus.reference.train.diagnosis.Curves.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves of 31 epochs, 0 to 30; the last third begins at epoch 20. */
class CurvesTest {
    private static List<Double> curve(IntToDoubleFunction f) {
        return IntStream.range(0, 31).mapToObj(f::applyAsDouble).toList();
    }

    private static Curves of(IntToDoubleFunction training, IntToDoubleFunction validation) {
        return new Curves(curve(training), curve(validation), 0.05);
    }

    private static double levelling(int i) {
        return Math.exp(-i / 4.0);
    }

    @Test
    void both_still_falling_is_underfitting() {
        assertThat(of(i -> 40 - i, i -> 41 - i).findings()).containsExactly(Finding.UNDERFITTING);
    }

    @Test
    void training_falls_and_validation_rises_is_overfitting() {
        assertThat(of(CurvesTest::levelling, i -> levelling(i) + Math.max(0, i - 10) * 0.02)
                        .findings())
                .containsExactly(Finding.OVERFITTING);
    }

    @Test
    void both_level_and_close_is_ideal() {
        assertThat(of(CurvesTest::levelling, i -> levelling(i) + 0.02).findings())
                .containsExactly(Finding.IDEAL);
    }

    @Test
    void what_lies_under_both_curves_does_not_matter() {
        assertThat(of(i -> 100 + levelling(i), i -> 100 + levelling(i) + Math.max(0, i - 10) * 0.02)
                        .findings())
                .containsExactly(Finding.OVERFITTING);
    }

    @Test
    void both_level_and_far_apart_is_nothing_of_these() {
        assertThat(of(CurvesTest::levelling, i -> levelling(i) + 0.3).findings())
                .isEmpty();
    }

    @Test
    void nothing_falls() {
        assertThat(of(i -> 2, i -> 2.1).findings())
                .containsExactly(Finding.TRAINING_DOES_NOT_FALL, Finding.VALIDATION_DOES_NOT_FALL);
        assertThat(of(CurvesTest::levelling, i -> 2).findings()).containsExactly(Finding.VALIDATION_DOES_NOT_FALL);
    }

    @Test
    void an_easier_validation_set_shows() {
        assertThat(of(CurvesTest::levelling, i -> levelling(i) - 0.1).findings())
                .containsExactly(Finding.VALIDATION_BELOW_TRAINING);
    }

    @Test
    void nan_is_said_first() {
        assertThat(of(i -> i == 9 ? Double.NaN : 40 - i, i -> 2).findings()).containsExactly(Finding.NOT_FINITE);
        assertThat(of(i -> 2, i -> i == 30 ? Double.POSITIVE_INFINITY : 2).findings())
                .containsExactly(Finding.NOT_FINITE);
    }

    /** Range 10, tolerance 0.5: what changes by less, stays. */
    @Test
    void the_tolerance_is_a_share_of_the_range() {
        IntToDoubleFunction steep = i -> i < 20 ? 10 - i / 2.0 : 0.4 - (i - 20) * 0.04;

        assertThat(new Curves(curve(steep), curve(steep), 0.05).findings()).containsExactly(Finding.IDEAL);
        assertThat(new Curves(curve(steep), curve(steep), 0.03).findings()).containsExactly(Finding.UNDERFITTING);
    }

    private static Set<Finding> exact(List<Double> training, List<Double> validation) {
        return new Curves(training, validation, 1 / 16.0).findings();
    }

    /** Range 16, so that the margin is exactly 1; the last third of six begins at the fourth. */
    @Test
    void a_change_counts_beyond_the_margin() {
        List<Double> slow = List.of(16.0, 8.0, 4.0, 1.0, 0.5, 0.0);
        List<Double> fast = List.of(16.0, 8.0, 4.0, 1.25, 0.5, 0.0);
        assertThat(exact(slow, slow)).containsExactly(Finding.IDEAL);
        assertThat(exact(fast, fast)).containsExactly(Finding.UNDERFITTING);
        assertThat(exact(fast, slow)).containsExactly(Finding.IDEAL);
        assertThat(exact(slow, fast)).containsExactly(Finding.IDEAL);
        assertThat(exact(slow, List.of(16.0, 8.0, 4.0, 3.0, 3.0, 4.0))).isEmpty();
        assertThat(exact(slow, List.of(16.0, 8.0, 4.0, 3.0, 3.0, 4.25))).containsExactly(Finding.OVERFITTING);
        assertThat(exact(List.of(16.0, 8.0, 4.0, 0.0, 0.0, 0.0), List.of(16.0, 8.0, 4.0, 3.0, 3.0, 5.0)))
                .isEmpty();
    }

    @Test
    void a_gap_counts_beyond_the_margin() {
        List<Double> low = List.of(16.0, 8.0, 4.0, 0.0, 0.0, 0.0);
        assertThat(exact(low, List.of(16.0, 8.0, 4.0, 2.0, 2.0, 2.0))).containsExactly(Finding.IDEAL);
        assertThat(exact(low, List.of(16.0, 8.0, 4.0, 2.25, 2.25, 2.25))).isEmpty();
        assertThat(exact(List.of(16.0, 8.0, 4.0, 1.0, 1.0, 1.0), low)).containsExactly(Finding.IDEAL);
        assertThat(exact(List.of(16.0, 8.0, 4.0, 1.25, 1.25, 1.25), low))
                .containsExactly(Finding.VALIDATION_BELOW_TRAINING);
        assertThat(exact(low, List.of(2.0, 2.0, 2.0, 1.0, 1.0, 1.0))).containsExactly(Finding.VALIDATION_DOES_NOT_FALL);
        assertThat(exact(low, List.of(2.25, 2.0, 2.0, 1.0, 1.0, 1.0))).containsExactly(Finding.IDEAL);
    }

    @Test
    void two_epochs_are_enough() {
        assertThat(new Curves(List.of(2.0, 1.0), List.of(2.0, 1.0), 0.05).findings())
                .containsExactly(Finding.UNDERFITTING);
        assertThat(new Curves(List.of(2.0, 1.0), List.of(2.0, 3.0), 0.05).findings())
                .containsExactly(Finding.OVERFITTING, Finding.VALIDATION_DOES_NOT_FALL);
    }

    @Test
    void reads_a_history() {
        History history = new History(List.of(new Epoch(0, 0.1, 2, 3), new Epoch(1, 0.1, 1, 2)));

        Curves curves = Curves.of(history);

        assertThat(curves.training()).containsExactly(2.0, 1.0);
        assertThat(curves.validation()).containsExactly(3.0, 2.0);
        assertThat(curves.tolerance()).isEqualTo(0.05);
    }

    @Test
    void curves_are_of_one_length() {
        assertThatThrownBy(() -> new Curves(List.of(1.0), List.of(1.0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Curves: expected two curves of one length of 2 or more and a tolerance of 0 or more"
                        + " but got 1, 1 and 0.0.");
        assertThatThrownBy(() -> new Curves(List.of(1.0, 2.0), List.of(1.0), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curves(List.of(1.0, 2.0), List.of(1.0, 2.0), -0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Curves(List.of(1.0, 2.0), List.of(1.0, 2.0), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Curves(List.of(2.0, 1.0), List.of(2.0, 1.0), 0).findings())
                .containsExactly(Finding.UNDERFITTING);
    }
}
