package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class XorDemoTest extends DemoContract {

    XorDemoTest() {
        super(new XorDemo(), 1);
    }

    @Test
    void one_neuron_cannot_do_better_than_to_guess() {
        assertThat(report.figure("loss, one neuron")).isCloseTo(Math.log(2), within(1e-9));
        assertThat(report.figure("right of 4, one neuron")).isLessThan(4);
    }

    @Test
    void a_hidden_layer_has_all_four() {
        assertThat(report.figure("right of 4, net 2-3-1")).isEqualTo(4);
        assertThat(report.figure("loss, net 2-3-1")).isLessThan(0.01);
    }
}
