package gradus.demo.depth;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

/** Around what the course's histograms show: 3e-7, 0.98, 0.23, 0.024, 0.76. */
class InitialisationDemoTest extends DemoContract {

    InitialisationDemoTest() {
        super(new InitialisationDemo(), 1);
    }

    @Test
    void the_last_layer_is_as_wide_as_the_lecture_shows() {
        assertThat(report.figure("last deviation, tanh, std 0.01")).isBetween(2.7e-7, 3.3e-7);
        assertThat(report.figure("last deviation, tanh, std 1")).isBetween(0.97, 0.99);
        assertThat(report.figure("last deviation, tanh, Xavier")).isBetween(0.22, 0.24);
        assertThat(report.figure("last deviation, ReLU, Xavier")).isBetween(0.02, 0.03);
        assertThat(report.figure("last deviation, ReLU, He")).isBetween(0.65, 0.95);
    }

    @Test
    void large_weights_saturate_nine_tenths_of_the_tanh() {
        assertThat(report.figure("  share beyond 0.99, tanh, std 1")).isBetween(0.88, 0.92);
        assertThat(report.figure("  share beyond 0.99, tanh, Xavier")).isLessThan(0.01);
    }

    @Test
    void relus_have_no_ends_to_be_at() {
        assertThat(report.lines()).noneMatch(line -> line.contains("beyond 0.99, ReLU"));
    }
}
