package gradus.demo.depth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class DepthDemoTest extends DemoContract {

    DepthDemoTest() {
        super(new DepthDemo(), 1);
    }

    @Test
    void gradients_vanish_by_a_quarter_and_explode_by_alpha() {
        assertThat(report.figure("factor of 4 layers sigmoid, weights I"))
                .isBetween(Math.pow(0.2, 4), Math.pow(0.25, 4));
        assertThat(report.figure("factor of 3 layers ReLU, 2 I")).isCloseTo(8, within(1e-12));
    }

    @Test
    void twenty_layers_do_so_beyond_use() {
        assertThat(report.figure("first layer over last, sigmoid, Xavier")).isBetween(1e-14, 1e-11);
        assertThat(report.figure("first layer over last, ReLU, 2 I")).isCloseTo(0x1p19, within(1e-6));
        assertThat(report.figure("first layer over last, ReLU, 0.5 I")).isCloseTo(0x1p-19, within(1e-18));
    }

    @Test
    void the_right_weights_and_a_way_past_keep_it() {
        assertThat(report.figure("first layer over last, ReLU, He")).isBetween(0.3, 3.0);
        assertThat(report.figure("first layer over last, residual sigmoid")).isBetween(0.3, 3.0);
    }
}
