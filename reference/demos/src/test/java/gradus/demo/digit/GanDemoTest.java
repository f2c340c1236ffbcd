package gradus.demo.digit;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class GanDemoTest extends DemoContract {

    GanDemoTest() {
        super(new GanDemo(), 0.2);
    }

    @Test
    void images_come_near_digits() {
        assertThat(report.figure("distance of images before learning")).isGreaterThan(0.15);
        assertThat(report.figure("distance of images after learning")).isLessThan(0.1);
    }

    @Test
    void neither_net_wins() {
        assertThat(report.figure("discriminator's loss at the end")).isBetween(0.2, 0.9); // ln 2 is a draw
    }
}
