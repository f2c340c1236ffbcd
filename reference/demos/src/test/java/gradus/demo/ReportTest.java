package gradus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void figures_stand_under_each_other() {
        Report report = new Report().figure("loss", 0.25, "%.3f").figure("accuracy", 1, "%.1f");

        assertThat(report.lines())
                .containsExactly("loss" + " ".repeat(44) + "0.250", "accuracy" + " ".repeat(40) + "1.0");
        assertThat(report.figure("loss")).isEqualTo(0.25);
    }

    @Test
    void an_unknown_figure_is_an_error() {
        Report report = new Report().figure("loss", 0.25, "%.3f");

        assertThatThrownBy(() -> report.figure("Loss"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Report.figure: expected one of [loss] but got \"Loss\".");
    }
}
