package gradus.demo.digit;

import static org.assertj.core.api.Assertions.assertThat;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class AutoencoderDemoTest extends DemoContract {

    AutoencoderDemoTest() {
        super(new AutoencoderDemo(), 0.5);
    }

    @Test
    void the_wider_the_bottleneck_the_sharper() {
        assertThat(report.figure("error per pixel, code of 2")).isBetween(0.05, 0.08);
        assertThat(report.figure("error per pixel, code of 8"))
                .isLessThan(0.7 * report.figure("error per pixel, code of 2"));
        assertThat(report.figure("error per pixel, code of 32"))
                .isLessThan(0.9 * report.figure("error per pixel, code of 8"));
    }

    @Test
    void noise_is_taken_away() {
        assertThat(report.figure("error per pixel, denoised"))
                .isLessThan(0.6 * report.figure("error per pixel of noisy digits"));
    }

    @Test
    void codes_of_one_digit_lie_together() {
        assertThat(report.figure("purity of 10 clusters of codes")).isGreaterThan(0.5); // by chance about 0.2
    }
}
