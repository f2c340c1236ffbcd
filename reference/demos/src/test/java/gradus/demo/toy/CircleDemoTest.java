package gradus.demo.toy;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

/** The bands are those of six runs of the course's code. */
class CircleDemoTest extends DemoContract {

    CircleDemoTest() {
        super(new CircleDemo(), 1);
    }

    @Test
    void the_gradient_of_the_sum_learns_the_circle() {
        assertThat(report.figure("accuracy, gradient of the sum, 1000 steps")).isBetween(0.98, 1.0);
        assertThat(report.figure("loss, gradient of the sum, 1000 steps")).isBetween(0.004, 0.42);
    }

    @Test
    void the_gradient_of_the_mean_needs_ten_times_as_long() {
        assertThat(report.figure("accuracy, gradient of the mean, 1000 steps")).isBetween(0.59, 0.81);
        assertThat(report.figure("accuracy, gradient of the mean, 10000 steps")).isBetween(0.985, 0.995);
    }
}
