package gradus.reference.optim.minimize;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Values;
import gradus.reference.optim.Adam;
import gradus.reference.optim.GradientDescent;
import gradus.reference.optim.Momentum;
import gradus.reference.optim.Nesterov;
import gradus.tensor.Objective;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DescentTest {
    /** f(x) = Σ x². */
    private static final Objective PARABOLA = new Functions.Parabola();

    private static Descent plain(double rate, Stopping stopping) {
        return new Descent(GradientDescent::new, rate, stopping);
    }

    /** The exam of February 2022, 5.6: with the rate 1 it never arrives, and swings between 5 and -5. */
    @Test
    void never_converges_in_the_exam_problem() {
        for (int steps : new int[] {0, 1, 2, 7, 1000}) {
            Minimum reached = plain(1, Stopping.within(1e-6, steps)).minimize(PARABOLA, Tensor.of(5));

            assertThat(reached.x()).hasEntriesOf(Tensor.of(steps % 2 == 0 ? 5 : -5));
            assertThat(reached.value()).isEqualTo(25);
            assertThat(reached.steps()).isEqualTo(steps);
            assertThat(reached.ending()).isEqualTo(Ending.OUT_OF_STEPS);
            assertThat(reached.converged()).isFalse();
        }
    }

    /** The exam of February 2022, 5.7: with the rate 0.5 one step is enough. */
    @Test
    void arrives_at_once_with_the_right_rate() {
        Minimum reached = plain(0.5, new Stopping(0, 0, 9)).minimize(PARABOLA, Tensor.of(5));

        assertThat(reached.x()).hasEntriesOf(Tensor.of(0));
        assertThat(reached.steps()).isEqualTo(1);
        assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
        assertThat(reached.converged()).isTrue();
    }

    /** xₖ = 5 · 0.8ᵏ, so ‖∇f‖ = 10 · 0.8ᵏ, which is below 0.1 from k = 21 on. */
    @Test
    void stops_where_the_gradient_is_small() {
        Minimum reached = plain(0.1, new Stopping(0, 0.1, 1000)).minimize(PARABOLA, Tensor.of(5));

        assertThat(reached.steps()).isEqualTo(21);
        assertThat(reached.ending()).isEqualTo(Ending.SMALL_GRADIENT);
        assertThat(reached.x()).isCloseTo(Tensor.of(5 * Math.pow(0.8, 21)), 1e-13);
    }

    /** Δxₖ = 0.8ᵏ for the step from k to k + 1: the one from 11 on is below 0.1. */
    @Test
    void stops_where_the_step_is_small() {
        Minimum reached = plain(0.1, new Stopping(0.1, 0, 1000)).minimize(PARABOLA, Tensor.of(5));

        assertThat(reached.steps()).isEqualTo(12);
        assertThat(reached.ending()).isEqualTo(Ending.SMALL_STEP);
        assertThat(reached.converged()).isTrue();
        assertThat(reached.x()).isCloseTo(Tensor.of(5 * Math.pow(0.8, 12)), 1e-13);
    }

    /**
     * θ ← θ - α ∇L on Σ θ² from (3, 4) with α = 1/4, each step worked out: θ is halved, ‖Δθ‖ is 5 / 2ᵏ and ‖∇L‖ = 10 / 2ᵏ after k steps.
     * One ε for both: it ends at the first of ‖Δθ‖ ≤ ε and ‖∇L‖ ≤ ε; one for each ends there.
     */
    @Test
    void steps_against_the_gradient_until_step_or_gradient_is_within_epsilon() {
        Tensor start = Tensor.of(3, 4);
        for (int k = 0; k <= 5; k++) {
            assertThat(plain(0.25, new Stopping(0, 0, k))
                            .minimize(PARABOLA, start)
                            .x())
                    .hasEntriesOf(Tensor.of(3, 4).divide(1 << k));
        }

        Minimum byStep = plain(0.25, Stopping.within(0.625, 99)).minimize(PARABOLA, start);
        Minimum byGradient = plain(0.25, new Stopping(0, 0.625, 99)).minimize(PARABOLA, start);

        assertThat(byStep.ending()).isEqualTo(Ending.SMALL_STEP);
        assertThat(byStep.steps()).isEqualTo(3); // 2.5, 1.25, 0.625
        assertThat(byStep.x()).hasEntriesOf(Tensor.of(0.375, 0.5));
        assertThat(byGradient.ending()).isEqualTo(Ending.SMALL_GRADIENT);
        assertThat(byGradient.steps()).isEqualTo(4); // 5, 2.5, 1.25, 0.625
        assertThat(byGradient.x()).hasEntriesOf(Tensor.of(0.1875, 0.25));
    }

    /** ε itself is small: (3, 4) has the gradient (6, 8), of length 10. */
    @Test
    void lengths_are_euclidean_and_epsilon_is_enough() {
        Tensor start = Tensor.of(3, 4);

        assertThat(plain(0.25, new Stopping(0, 10, 3)).minimize(PARABOLA, start).steps())
                .isZero();
        assertThat(plain(0.25, new Stopping(0, 9.99, 3))
                        .minimize(PARABOLA, start)
                        .steps())
                .isEqualTo(1);
        assertThat(plain(0.25, new Stopping(2.5, 0, 3))
                        .minimize(PARABOLA, start)
                        .steps())
                .isEqualTo(1);
        assertThat(plain(0.25, new Stopping(2.49, 0, 3))
                        .minimize(PARABOLA, start)
                        .steps())
                .isEqualTo(2);
    }

    @Test
    void takes_the_rate_of_each_step_from_the_schedule() {
        Descent descent = new Descent(GradientDescent::new, k -> 0.25 * (k + 1), new Stopping(0, 0, 9));

        assertThat(descent.minimize(PARABOLA, Tensor.of(8)).steps()).isEqualTo(2); // 8, 4, 0
    }

    @Test
    void any_rule_finds_the_minimum() {
        Quadratic f = Quadratic.drawn(1, 5);
        Stopping stopping = new Stopping(0, 1e-9, 10_000);

        assertThat(new Descent(Momentum::new, 0.05, stopping)
                        .minimize(f, Tensor.zeros(5))
                        .x())
                .isWithin(f.minimum(), 1e-9);
        assertThat(new Descent(() -> new Nesterov(0.9), 0.05, stopping)
                        .minimize(f, Tensor.zeros(5))
                        .x())
                .isWithin(f.minimum(), 1e-9);
        assertThat(new Descent(Adam::new, k -> 0.1 / (1 + 0.01 * k), stopping)
                        .minimize(f, Tensor.zeros(5))
                        .x())
                .isWithin(f.minimum(), 1e-8);
    }

    /** Lecture 5 with β = 0.9: 5, 4, 2.48, 0.8896. */
    @Test
    void gives_a_rule_that_looks_ahead_the_gradient_there() {
        Minimum reached =
                new Descent(() -> new Nesterov(0.9), 0.1, new Stopping(0, 0, 3)).minimize(PARABOLA, Tensor.of(5));

        assertThat(reached.x()).isWithin(Tensor.of(0.8896), 1e-14);
        assertThat(reached.value()).isCloseTo(0.8896 * 0.8896, within(1e-14));
    }

    /** From 2 with β = 0.5 and α = 0.25: v = -1, x = 1, and it looks at 0.5, where the gradient is 1. */
    @Test
    void answers_with_the_point_whose_gradient_is_small() {
        Minimum reached =
                new Descent(() -> new Nesterov(0.5), 0.25, new Stopping(0, 1, 9)).minimize(PARABOLA, Tensor.of(2));

        assertThat(reached.steps()).isEqualTo(1);
        assertThat(reached.x()).hasEntriesOf(Tensor.of(0.5));
        assertThat(reached.value()).isEqualTo(0.25);
    }

    @Test
    void a_minimiser_serves_again() {
        Descent descent = new Descent(Momentum::new, 0.1, new Stopping(0, 0, 4));
        Tensor start = Values.NORMAL.draw(1, 2, 3);
        Tensor first = descent.minimize(PARABOLA, start).x();

        assertThat(descent.minimize(PARABOLA, start).x()).hasEntriesOf(first);
        assertThat(start).hasEntriesOf(Values.NORMAL.draw(1, 2, 3));
    }

    @Test
    void says_that_it_left_the_numbers() {
        Descent descent = plain(1.5, Stopping.within(1e-6, 10_000)); // x doubles with each step

        assertThatThrownBy(() -> descent.minimize(PARABOLA, Tensor.of(1)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "Descent.minimize: expected a finite gradient but got an infinity or NaN after 1023 steps.");
    }

    @Test
    void says_that_the_value_is_none() {
        for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            Objective f = Functions.of(x -> value, x -> Tensor.zeros(1));

            assertThatThrownBy(() -> plain(1, Stopping.within(1e-6, 3)).minimize(f, Tensor.of(1)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("Descent.minimize: expected a finite value but got " + value + " after 0 steps.");
        }
    }

    @Test
    void refuses_a_gradient_of_another_shape() {
        Objective f = Functions.of(x -> 1, x -> Tensor.of(1, 2));

        assertThatThrownBy(() -> plain(1, Stopping.within(1e-6, 3)).minimize(f, Tensor.of(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Descent.minimize: gradient: expected shape (1) but got (2).");
    }

    @Test
    void nothing_to_minimise_is_minimal() {
        Minimum reached = plain(1, Stopping.within(0, 3)).minimize(PARABOLA, Tensor.zeros(0));

        assertThat(reached.steps()).isZero();
        assertThat(reached.converged()).isTrue();
    }

    @Test
    void refuses_a_stopping_rule_that_cannot_be_met() {
        String rest = ": expected 0 or more but got ";
        assertThatThrownBy(() -> new Stopping(-1, 0, 0)).hasMessage("Stopping: step" + rest + "-1.0.");
        assertThatThrownBy(() -> new Stopping(0, Double.NaN, 0)).hasMessage("Stopping: gradient" + rest + "NaN.");
        assertThatThrownBy(() -> Stopping.within(0, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Stopping: limit" + rest + "-1.");
        assertThat(Stopping.within(0.5, 7)).isEqualTo(new Stopping(0.5, 0.5, 7));
    }
}
