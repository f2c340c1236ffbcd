package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Rules with a velocity. The points are those of f(x) = x² from 5, with α = 0.1 and β = 0.9, by the formulas of lecture 5. */
class MomentumTest {
    private static final Tensor POINTS = Tensor.of(4, 2.3, 0.31, -1.543);
    private static final Tensor ONES = Tensor.ones(3, 1);

    @Test
    void works_out_the_parabola_of_the_lecture() {
        assertThat(Walked.downTheParabola(new Momentum(0.9), 4)).isWithin(POINTS, 1e-14);
    }

    @Test
    void beta_is_nine_tenths_unless_told_otherwise() {
        assertThat(Walked.downTheParabola(new Momentum(), 4)).isWithin(POINTS, 1e-14);
    }

    @Test
    void accumulated_gradients_go_the_same_way_while_the_rate_is_steady() {
        assertThat(Walked.downTheParabola(new AccumulatedMomentum(0.9), 4)).isWithin(POINTS, 1e-14);
    }

    @Test
    void a_change_of_weights_goes_the_same_way() {
        assertThat(Walked.downTheParabola(new DeltaMomentum(0.9), 4)).isWithin(POINTS, 1e-14);
    }

    @Test
    void nesterov_works_out_the_parabola_of_the_lecture() {
        assertThat(Walked.downTheParabola(new Nesterov(0.9), 4)).isWithin(Tensor.of(4, 2.48, 0.8896, -0.433408), 1e-14);
    }

    /** ∇ is always 1, β = 0.5, and α falls from 1 to 0.1 before the second step. */
    @Test
    void the_rate_is_inside_the_velocity() {
        Tensor points = Tensor.of(new double[][] {{-1}, {-1.6}, {-2}});

        assertThat(falling(new Momentum(0.5))).isWithin(points, 1e-15);
        assertThat(falling(new DeltaMomentum(0.5))).isWithin(points, 1e-15);
        assertThat(falling(new Nesterov(0.5))).isWithin(points, 1e-15);
    }

    @Test
    void the_rate_is_outside_the_accumulated_gradients() {
        assertThat(falling(new AccumulatedMomentum(0.5)))
                .isWithin(Tensor.of(new double[][] {{-1}, {-1.15}, {-1.325}}), 1e-15);
    }

    private static Tensor falling(Optimizer rule) {
        return Walked.along(rule, Tensor.zeros(1), ONES, 1, 0.1, 0.1);
    }

    @Test
    void nesterov_looks_from_theta_along_the_velocity() {
        Nesterov rule = new Nesterov(0.5);
        Tensor theta = Tensor.of(2, 3);

        assertThat(rule.lookAhead(theta)).hasEntriesOf(theta);
        Tensor next = rule.step(theta, Tensor.of(1, -4), 0.5); // v = (-0.5, 2)

        assertThat(next).hasEntriesOf(Tensor.of(1.5, 5));
        assertThat(rule.lookAhead(next)).hasEntriesOf(Tensor.of(1.25, 6));
        assertThat(rule.lookAhead(next)).hasEntriesOf(Tensor.of(1.25, 6));
    }

    @Test
    void others_do_not_look_ahead() {
        Tensor theta = Tensor.of(2, 3);
        Momentum rule = new Momentum(0.5);
        rule.step(theta, theta, 1);

        assertThat(rule.lookAhead(theta)).hasEntriesOf(theta);
    }

    @Test
    void refuses_a_beta_outside_zero_to_one() {
        refuses(Momentum::new, "Momentum: beta");
        refuses(AccumulatedMomentum::new, "AccumulatedMomentum: beta");
        refuses(DeltaMomentum::new, "DeltaMomentum: alpha");
        refuses(Nesterov::new, "Nesterov: beta");
    }

    private static void refuses(DoubleFunction<Optimizer> maker, String where) {
        for (double beta : new double[] {1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> maker.apply(beta))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(where + ": expected a number from 0 to below 1 but got " + beta + ".");
        }
    }
}
