package gradus.demo.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.demo.DemoContract;
import org.junit.jupiter.api.Test;

class OptimizersDemoTest extends DemoContract {

    OptimizersDemoTest() {
        super(new OptimizersDemo(), 1);
    }

    @Test
    void descent_shrinks_each_coordinate_by_a_factor_of_its_own() {
        double x = -10 * Math.pow(1 - 0.038, 60);
        double y = 2 * Math.pow(1 - 50 * 0.038, 60);

        assertThat(f("descent")).isCloseTo(x * x / 2 + 25 * y * y, within(1e-12));
    }

    @Test
    void momentum_and_nesterov_are_far_ahead() {
        assertThat(f("momentum")).isLessThan(f("descent") / 1000);
        assertThat(f("Nesterov")).isLessThan(f("momentum"));
    }

    @Test
    void all_rules_come_down_and_newton_is_there_at_once() {
        for (String rule : new String[] {"descent", "momentum", "Nesterov", "Adagrad", "RMSProp", "Adam"}) {
            assertThat(f(rule)).as(rule).isLessThan(150 / 100.0); // of 150 at the start
        }
        assertThat(report.figure("f after 1 step, Newton")).isCloseTo(0, within(1e-9));
    }

    private double f(String rule) {
        return report.figure("f after 60 steps, " + rule);
    }

    @Test
    void at_rate_1_the_square_is_jumped_over_forever() {
        assertThat(report.figure("x after 100 steps on x² from 5 at rate 1")).isEqualTo(5);
        assertThat(report.figure("x after 1 step on x² from 5, Newton")).isCloseTo(0, within(1e-6));
    }

    @Test
    void four_rates_make_the_four_curves_of_the_exam() {
        assertThat(end("A, rate 0.4")).isGreaterThan(1e6); // diverges
        assertThat(end("B, rate 2e-5")).isBetween(30.0, 60.0); // has hardly left 75
        assertThat(end("C, rate 8e-3")).isBetween(0.4, 2.0); // is held up by the noise
        assertThat(end("D, rate 3e-4")).isLessThan(0.1);
    }

    private double end(String curve) {
        return report.figure("f at the end, noisy, curve " + curve);
    }
}
