package gradus.reference.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.train.EarlyStopping.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    private static final double NAN = Double.NaN;
    private final EarlyStopping rises = new EarlyStopping(3, Reading.RISES);
    private final EarlyStopping none = new EarlyStopping(3, Reading.NO_IMPROVEMENT);

    /** The summary: impatience 3 stops after three losses in a row that increase. */
    @Test
    void three_rises_in_a_row_stop() {
        assertThat(rises.stops(List.of(5.0, 4.0, 4.1, 4.2))).isFalse();
        assertThat(rises.stops(List.of(5.0, 4.0, 4.1, 4.2, 4.3))).isTrue();
        assertThat(rises.stops(List.of(4.0, 4.1, 4.2, 4.3))).isTrue();
        assertThat(rises.stops(List.of(4.0, 4.1, 4.1, 4.2, 4.3))).isFalse();
        assertThat(rises.stops(List.of(4.0, 4.1, 4.2, 4.2))).isFalse();
    }

    /** Both readings of the course, told apart by a bump. */
    @Test
    void a_bump_interrupts_rises_and_does_not_improve() {
        List<Double> bumpy = List.of(5.0, 4.0, 6.0, 5.5, 6.5);

        assertThat(rises.stops(bumpy)).isFalse();
        assertThat(none.stops(bumpy)).isTrue();
        assertThat(none.stops(bumpy.subList(0, 4))).isFalse();
    }

    @Test
    void an_equal_loss_is_neither_a_rise_nor_a_minimum() {
        List<Double> flat = List.of(4.0, 4.0, 4.0, 4.0);

        assertThat(rises.stops(flat)).isFalse();
        assertThat(none.stops(flat)).isTrue();
    }

    @Test
    void without_losses_goes_on() {
        assertThat(rises.stops(List.of())).isFalse();
        assertThat(none.stops(List.of())).isFalse();
        assertThat(new EarlyStopping(1, Reading.RISES).stops(List.of(1.0))).isFalse();
        assertThat(new EarlyStopping(1, Reading.NO_IMPROVEMENT).stops(List.of(1.0)))
                .isFalse();
    }

    @Test
    void nan_is_a_rise_and_no_minimum() {
        assertThat(rises.stops(List.of(1.0, NAN, NAN, NAN))).isTrue();
        assertThat(none.stops(List.of(1.0, NAN, NAN, NAN))).isTrue();
        assertThat(none.stops(List.of(1.0, NAN, NAN, 0.5))).isFalse();
        assertThat(none.stops(List.of(NAN, NAN, NAN))).isTrue();
        assertThat(none.stops(List.of(NAN, NAN))).isFalse();
    }

    @Test
    void the_best_is_the_first_of_the_least() {
        assertThat(EarlyStopping.best(List.of(3.0, 1.0, 2.0, 1.0))).isEqualTo(1);
        assertThat(EarlyStopping.best(List.of(NAN, 3.0, NAN))).isEqualTo(1);
        assertThat(EarlyStopping.best(List.of(NAN))).isEqualTo(-1);
        assertThat(EarlyStopping.best(List.of())).isEqualTo(-1);
        assertThat(EarlyStopping.best(List.of(0.0, -1.0))).isEqualTo(1);
    }

    @Test
    void patience_is_one_or_more() {
        assertThatThrownBy(() -> new EarlyStopping(0, Reading.RISES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("EarlyStopping: patience: expected 1 or more but got 0.");
    }
}
