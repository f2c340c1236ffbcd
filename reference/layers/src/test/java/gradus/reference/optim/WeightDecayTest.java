package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.optim.WeightDecay.Form;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** θ = (8, -4), ∇ = (1, 2), α = 0.5, λ = 0.25. */
class WeightDecayTest {
    private static final Tensor THETA = Tensor.of(8, -4);
    private static final Tensor GRADIENT = Tensor.of(1, 2);

    /** (1 - 2 α λ) θ - α ∇. */
    @Test
    void a_penalty_of_squares_removes_twice_the_share() {
        assertThat(descended(Form.PENALTY)).hasEntriesOf(Tensor.of(6 - 0.5, -3 - 1));
    }

    /** (1 - α λ) θ - α ∇: endterm 2022, 2.4; August 2020, 8d; July 2021, 2.5. */
    @Test
    void half_the_penalty_is_the_update_of_the_exams() {
        assertThat(descended(Form.HALF_PENALTY)).hasEntriesOf(Tensor.of(7 - 0.5, -3.5 - 1));
    }

    /** (1 - λ) θ - α ∇ = θ - α ∇ - λ θ: lecture 8. */
    @Test
    void the_lectures_decay_is_not_multiplied_by_the_rate() {
        assertThat(descended(Form.DECOUPLED)).hasEntriesOf(Tensor.of(6 - 0.5, -3 - 1));
    }

    @Test
    void a_decay_by_the_rate_is_the_update_of_the_exams_too() {
        assertThat(descended(Form.DECOUPLED_BY_RATE)).hasEntriesOf(Tensor.of(7 - 0.5, -3.5 - 1));
    }

    private static Tensor descended(Form form) {
        return new WeightDecay(new GradientDescent(), form, 0.25).step(THETA, GRADIENT, 0.5);
    }

    /** Lecture 8: equivalent in gradient descent, with the λ of the decay α times that of the penalty. */
    @Test
    void under_descent_a_penalty_is_a_decay() {
        Tensor penalised = descended(Form.HALF_PENALTY);

        Tensor decayed = new WeightDecay(new GradientDescent(), Form.DECOUPLED, 0.5 * 0.25).step(THETA, GRADIENT, 0.5);

        assertThat(decayed).hasEntriesOf(penalised);
    }

    /** The first step of Adam is the sign of what it is given, so the penalty is lost and the decay is not. */
    @Test
    void under_adam_a_penalty_is_no_decay() {
        Tensor penalised = underAdam(Form.HALF_PENALTY);
        Tensor decayed = underAdam(Form.DECOUPLED_BY_RATE);

        assertThat(penalised).isWithin(Tensor.of(8 - 0.5, -4 - 0.5), 1e-14);
        assertThat(decayed).isWithin(Tensor.of(7 - 0.5, -3.5 - 0.5), 1e-14);
    }

    /**
     * The four updates that the sources print, θ = (8, -4), ∇ = (1, 2), α = 0.5, λ = 0.25; under Adam, whose first step is α times the
     * sign of what it is given, the decoupled ones shrink θ by λ or α λ, and the penalties not at all.
     */
    @Test
    void the_four_updates_as_printed_and_under_adam() {
        double a = 0.5;
        double l = 0.25;
        Tensor step = GRADIENT.times(a);
        Tensor sign = Tensor.of(0.5, 0.5);

        assertThat(descended(Form.PENALTY))
                .hasEntriesOf(THETA.times(1 - 2 * a * l).minus(step));
        assertThat(descended(Form.HALF_PENALTY))
                .hasEntriesOf(THETA.times(1 - a * l).minus(step));
        assertThat(descended(Form.DECOUPLED)).hasEntriesOf(THETA.times(1 - l).minus(step));
        assertThat(descended(Form.DECOUPLED)).hasEntriesOf(THETA.minus(step).minus(THETA.times(l)));
        assertThat(descended(Form.DECOUPLED_BY_RATE)).hasEntriesOf(descended(Form.HALF_PENALTY));
        assertThat(underAdam(Form.PENALTY)).isWithin(THETA.minus(sign), 1e-14);
        assertThat(underAdam(Form.HALF_PENALTY)).isWithin(THETA.minus(sign), 1e-14);
        assertThat(underAdam(Form.DECOUPLED)).isWithin(THETA.times(1 - l).minus(sign), 1e-14);
        assertThat(underAdam(Form.DECOUPLED_BY_RATE))
                .isWithin(THETA.times(1 - a * l).minus(sign), 1e-14);
    }

    private static Tensor underAdam(Form form) {
        return new WeightDecay(new Adam(0.9, 0.999, 0), form, 0.25).step(THETA, Tensor.of(1, 8), 0.5);
    }

    /** From 8 with v = -0.5 and β = 0.5 it looks at 7.25: there the penalty has the slope 0.25 · 7.25. */
    @Test
    void a_rule_that_looks_ahead_has_the_penalty_of_where_it_looks() {
        WeightDecay rule = new WeightDecay(new Nesterov(0.5), Form.HALF_PENALTY, 0.25);
        Tensor theta = rule.step(Tensor.of(8), Tensor.of(-1), 0.5); // v = -0.5 (-1 + 2)

        Tensor ahead = rule.lookAhead(theta);
        Tensor next = rule.step(theta, Tensor.of(0), 0.5);

        assertThat(theta).hasEntriesOf(Tensor.of(7.5));
        assertThat(ahead).hasEntriesOf(Tensor.of(7.25));
        assertThat(next).hasEntriesOf(Tensor.of(7.5 - 0.25 - 0.5 * 0.25 * 7.25));
    }

    @Test
    void arguments_are_only_read() {
        for (Form form : Form.values()) {
            descended(form);
        }

        assertThat(THETA).hasEntriesOf(Tensor.of(8, -4));
        assertThat(GRADIENT).hasEntriesOf(Tensor.of(1, 2));
    }

    @Test
    void refuses_a_negative_lambda() {
        assertThatThrownBy(() -> new WeightDecay(new Adam(), Form.DECOUPLED, -0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WeightDecay: lambda: expected a finite number of 0 or more but got -0.1.");
    }

    @Test
    void refuses_a_gradient_that_would_be_stretched() {
        WeightDecay rule = new WeightDecay(new GradientDescent(), Form.PENALTY, 0.1);

        assertThatThrownBy(() -> rule.step(THETA, Tensor.of(1), 0.5))
                .isInstanceOf(ShapeException.class)
                .hasMessage("WeightDecay.step: gradient: expected shape (2) but got (1).");
    }
}
