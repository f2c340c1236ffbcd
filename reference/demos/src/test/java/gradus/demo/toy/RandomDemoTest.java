package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

/** The bands are those of three runs of the course's code. */
class RandomDemoTest extends DemoContract {

    RandomDemoTest() {
        super(new RandomDemo(), 1);
    }

    @Test
    void noise_is_learned_by_heart() {
        assertThat(report.figure("loss at the start")).isBetween(2.6e7, 3.4e7);
        assertThat(report.figure("loss at step 100")).isBetween(2e2, 8e2);
        assertThat(report.figure("loss at the end")).isBetween(2e-8, 7e-5);
    }
}
