package gradus.demo.digit;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class VaeDemoTest extends DemoContract {

    VaeDemoTest() {
        super(new VaeDemo(), 0.2);
    }

    @Test
    void the_loss_falls_and_the_codes_say_something() {
        assertThat(report.figure("loss in the last epoch")).isLessThan(0.8 * report.figure("loss in the first epoch"));
        assertThat(report.figure("  of it the divergence")).isBetween(3.0, 12.0);
        assertThat(report.figure("error per pixel, new digits")).isLessThan(0.05);
    }
}
