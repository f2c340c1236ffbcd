package gradus.reference.train.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void works_out_the_example() {
        assertThat(new Smoothing(0.5).of(List.of(4.0, 2.0, 5.0))).containsExactly(4.0, 3.0, 4.0);
        assertThat(new Smoothing(0.75).of(List.of(4.0, 0.0))).containsExactly(4.0, 3.0);
    }

    @Test
    void without_beta_changes_nothing() {
        assertThat(new Smoothing(0).of(List.of(4.0, 2.0))).containsExactly(4.0, 2.0);
        assertThat(new Smoothing(0.9).of(List.of())).isEmpty();
    }

    @Test
    void beta_is_a_share() {
        assertThatThrownBy(() -> new Smoothing(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Smoothing: beta: expected a number from 0 to below 1 but got 1.0.");
        assertThatThrownBy(() -> new Smoothing(-0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
