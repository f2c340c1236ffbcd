package gradus.reference.optim;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.tensor.Optimizer;
import gradus.tensor.Tensor;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;

/** Rules with a rate for each entry. The parabola is f(x) = x² from 5, α = 0.1, by the formulas of lecture 5. */
class AdaptiveRateTest {
    @Test
    void rms_prop_works_out_the_parabola() {
        Tensor points = Tensor.of(4.683772, 4.461585, 4.279289);

        assertThat(Walked.downTheParabola(new RmsProp(0.9, 1e-8), 3)).isWithin(points, 5e-7);
        assertThat(Walked.downTheParabola(new RmsProp(), 3)).isWithin(points, 5e-7);
    }

    @Test
    void adam_works_out_the_parabola() {
        Tensor points = Tensor.of(4.9, 4.800058, 4.700213);

        assertThat(Walked.downTheParabola(new Adam(0.9, 0.999, 1e-8), 3)).isWithin(points, 5e-7);
    }

    @Test
    void adam_without_correction_works_out_the_parabola() {
        Tensor points = Tensor.of(4.683772, 4.259763, 3.768528);

        assertThat(Walked.downTheParabola(new UncorrectedAdam(0.9, 0.999, 1e-8), 3))
                .isWithin(points, 5e-7);
    }

    /** s = 100, then 196.04. */
    @Test
    void adagrad_divides_by_the_root_of_the_sum_of_squares() {
        assertThat(Walked.downTheParabola(new Adagrad(0), 2))
                .isWithin(Tensor.of(4.9, 4.9 - 0.98 / Math.sqrt(196.04)), 1e-14);
    }

    /** √0.1 · 1e-6 is the root of s: of ε's size only if ε is outside the root. */
    @Test
    void eps_is_outside_the_root() {
        Tensor tiny = Tensor.of(1e-6);
        double root = Math.sqrt(0.1) * 1e-6;

        assertThat(new RmsProp(0.9, 1e-7).step(Tensor.zeros(1), tiny, 1))
                .isCloseTo(Tensor.of(-1e-6 / (root + 1e-7)), 1e-12);
        assertThat(new Adagrad(1e-6).step(Tensor.zeros(1), tiny, 1)).isCloseTo(Tensor.of(-0.5), 1e-12);
        assertThat(new Adam(0.9, 0.9, 1e-6).step(Tensor.zeros(1), tiny, 1)).isCloseTo(Tensor.of(-0.5), 1e-12);
        assertThat(new AdamW(0.9, 0.9, 1e-6, 0).step(Tensor.zeros(1), tiny, 1)).isCloseTo(Tensor.of(-0.5), 1e-12);
        assertThat(new UncorrectedAdam(0, 0.9, 1e-7).step(Tensor.zeros(1), tiny, 1))
                .isCloseTo(Tensor.of(-1e-6 / (root + 1e-7)), 1e-12);
    }

    /** The lecture's defaults: with others the second step would be another. */
    @Test
    void adam_has_the_lectures_defaults() {
        Tensor gradients = Tensor.of(new double[][] {{1e-7}, {-3e-7}, {1}});
        double[] rates = Walked.steady(3e-4, 3);

        Tensor expected = Walked.along(new Adam(0.9, 0.999, 1e-8), Tensor.zeros(1), gradients, rates);

        assertThat(Walked.along(new Adam(), Tensor.zeros(1), gradients, rates)).hasEntriesOf(expected);
    }

    /** With eps 0, β₁ = 0.9 and β₂ = 0.999: 0.1 / √0.001. */
    @Test
    void without_correction_the_first_step_is_the_root_of_ten_times_too_long() {
        Tensor next = new UncorrectedAdam(0.9, 0.999, 0).step(Tensor.zeros(2), Tensor.of(7, -0.003), 0.1);

        assertThat(next).isWithin(Tensor.of(-0.1, 0.1).times(Math.sqrt(10)), 1e-14);
    }

    /** The gradient is 0, so only the decay is left: α λ θ. */
    @Test
    void adam_w_shrinks_weights_without_gradient() {
        Tensor next = new AdamW(0.9, 0.999, 1e-8, 0.5).step(Tensor.of(8, -4), Tensor.zeros(2), 0.25);

        assertThat(next).hasEntriesOf(Tensor.of(7, -3.5));
    }

    /** The first step's sign of ∇, and the same share for both. */
    @Test
    void adam_w_shrinks_all_weights_by_the_same_share() {
        Tensor next = new AdamW(0.9, 0.999, 0, 0.5).step(Tensor.of(8, -4), Tensor.of(1000, -1e-3), 0.25);

        assertThat(next).isWithin(Tensor.of(6.75, -3.25), 1e-14);
    }

    @Test
    void an_entry_that_never_had_a_gradient_stays() {
        for (Optimizer rule : new Optimizer[] {new Adagrad(1e-8), new RmsProp(), new Adam()}) {
            assertThat(rule.step(Tensor.of(3), Tensor.zeros(1), 0.1)).hasEntriesOf(Tensor.of(3));
        }
    }

    @Test
    void refuses_shares_outside_zero_to_one() {
        refusesShare(b -> new RmsProp(b, 0), "RmsProp: beta");
        refusesShare(b -> new Adam(b, 0.5, 0), "Adam: beta1");
        refusesShare(b -> new Adam(0.5, b, 0), "Adam: beta2");
        refusesShare(b -> new UncorrectedAdam(b, 0.5, 0), "UncorrectedAdam: beta1");
        refusesShare(b -> new UncorrectedAdam(0.5, b, 0), "UncorrectedAdam: beta2");
        refusesShare(b -> new AdamW(b, 0.5, 0, 0), "AdamW: beta1");
        refusesShare(b -> new AdamW(0.5, b, 0, 0), "AdamW: beta2");
    }

    private static void refusesShare(DoubleFunction<Optimizer> maker, String where) {
        for (double beta : new double[] {1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> maker.apply(beta))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(where + ": expected a number from 0 to below 1 but got " + beta + ".");
        }
    }

    @Test
    void refuses_negative_numbers() {
        refusesNumber(Adagrad::new, "Adagrad: eps");
        refusesNumber(eps -> new RmsProp(0.5, eps), "RmsProp: eps");
        refusesNumber(eps -> new Adam(0.5, 0.5, eps), "Adam: eps");
        refusesNumber(eps -> new UncorrectedAdam(0.5, 0.5, eps), "UncorrectedAdam: eps");
        refusesNumber(eps -> new AdamW(0.5, 0.5, eps, 0), "AdamW: eps");
        refusesNumber(decay -> new AdamW(0.5, 0.5, 0, decay), "AdamW: decay");
    }

    private static void refusesNumber(DoubleFunction<Optimizer> maker, String where) {
        for (double number : new double[] {-1e-8, Double.POSITIVE_INFINITY, Double.NaN}) {
            assertThatThrownBy(() -> maker.apply(number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(where + ": expected a finite number of 0 or more but got " + number + ".");
        }
    }
}
