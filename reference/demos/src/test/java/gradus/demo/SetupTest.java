package gradus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SetupTest {

    @Test
    void effort_is_a_share_of_the_iterations_and_at_least_one() {
        assertThat(new Setup(new Seed(0), 1).iterations(500)).isEqualTo(500);
        assertThat(new Setup(new Seed(0), 0.25).iterations(500)).isEqualTo(125);
        assertThat(new Setup(new Seed(0), 0.001).iterations(10)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.001, Double.NaN})
    void an_effort_that_is_no_share_is_refused(double effort) {
        assertThatThrownBy(() -> new Setup(new Seed(0), effort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Setup: effort: expected a share above 0 and up to 1 but got " + effort + ".");
    }
}
