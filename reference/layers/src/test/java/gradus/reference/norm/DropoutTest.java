package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.reference.activation.Relu;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final Seed SEED = new Seed(42);
    private static final double P = 0.2;

    /** m x / (1 - p), m = 0 where the seed's uniform number is below p. */
    @Property(seed = "2026", tries = 50)
    void drops_where_the_uniform_number_is_below_p_and_enlarges_the_rest(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Dropout layer = new Dropout(P, new Seed(seed));
        Tensor x = values.draw(seed + 1, dims.t(), dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.t(), dims.n(), dims.d());
        Tensor dropped = Tensor.uniform(x.shape(), new Seed(seed)).less(P);

        assertThat(layer.forward(x)).isCloseTo(dropped.where(0, x.divide(0.8)), 1e-15);
        assertThat(layer.backward(dy)).isCloseTo(dropped.where(0, dy.divide(0.8)), 1e-15);
    }

    /**
     * The inverted form y = m x / (1 - p), and y = x in use; the lecture's y = m x, and y = (1 - p) x in use; both with the mask of the
     * forward on the way back, and with one mean over all masks: for p = 1/2 that of θ₁x₁ + θ₂x₂ is ½ (θ₁x₁ + θ₂x₂).
     */
    @Test
    void both_forms_by_their_formulas_in_training_and_in_use() {
        Tensor m = Tensor.uniform(Shape.of(5, 7), SEED).greaterEqual(P); // 0 with probability p
        Tensor x = Values.NORMAL.draw(1, 5, 7);
        Tensor dy = Values.NORMAL.draw(2, 5, 7);
        Layer inverted = new Dropout(P, SEED);
        Layer scaled = new TestScaledDropout(P, SEED);

        assertThat(m.sum()).isBetween(1.0, 34.0);
        assertThat(inverted.forward(x)).isCloseTo(m.times(x).divide(1 - P), 1e-15);
        assertThat(inverted.backward(dy)).isCloseTo(m.times(dy).divide(1 - P), 1e-15);
        assertThat(scaled.forward(x)).hasEntriesOf(m.times(x));
        assertThat(scaled.backward(dy)).hasEntriesOf(m.times(dy));
        inverted.mode(Mode.EVAL);
        scaled.mode(Mode.EVAL);
        assertThat(inverted.forward(x)).hasEntriesOf(x);
        assertThat(inverted.backward(dy)).hasEntriesOf(dy);
        assertThat(scaled.forward(x)).isCloseTo(x.times(1 - P), 1e-15);
        assertThat(scaled.backward(dy)).isCloseTo(dy.times(1 - P), 1e-15);
        Layer half = new TestScaledDropout(0.5, SEED);
        half.mode(Mode.EVAL);
        assertThat(half.forward(Tensor.of(2, 7)).dot(Tensor.of(3, -5))).isEqualTo((0 + 6 - 35 + (6 - 35)) / 4.0);
    }

    @Property(seed = "2026", tries = 50)
    void dx_is_zero_exactly_where_y_is(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Dropout layer = new Dropout(0.5, new Seed(seed));
        Tensor x = values.draw(seed + 1, dims.n(), dims.d());
        Tensor y = layer.forward(x.equalTo(0).where(1, x));

        assertThat(layer.backward(Tensor.full(Shape.of(dims.n(), dims.d()), -3)).equalTo(0))
                .hasEntriesOf(y.equalTo(0));
    }

    /** Within four standard deviations of the mean of 10⁵ such numbers; a share of 0.8 would be 600 away. */
    @Test
    void drops_a_share_of_p_and_keeps_the_mean() {
        int draws = 100_000;
        Tensor y = new Dropout(P, SEED).forward(Tensor.ones(draws));

        assertThat(y.equalTo(0).mean()).isCloseTo(P, within(4 * Math.sqrt(P * (1 - P) / draws)));
        assertThat(y.mean()).isCloseTo(1, within(4 * Math.sqrt(P / ((1 - P) * draws))));
        assertThat(y.max()).isEqualTo(1 / 0.8);
    }

    @Test
    void every_forward_has_the_next_seed() {
        Dropout layer = new Dropout(0.5, SEED);
        Tensor x = Tensor.ones(5, 7);

        for (Seed seed = SEED; !seed.equals(SEED.next().next().next()); seed = seed.next()) {
            assertThat(layer.forward(x))
                    .hasEntriesOf(
                            Tensor.bernoulli(x.shape(), 0.5, seed).oneMinus().times(2));
        }
    }

    @Property(seed = "2026", tries = 27)
    void in_use_changes_nothing_and_draws_nothing(
            @ForAll Primes dims,
            @ForAll long seed,
            @ForAll Values values,
            @ForAll @DoubleRange(min = 0, max = 0.95) double p) {
        Dropout layer = new Dropout(p, new Seed(seed));
        Tensor x = values.draw(seed + 1, dims.t(), dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.t(), dims.n(), dims.d());
        layer.mode(Mode.EVAL);

        assertThat(layer.forward(x)).hasEntriesOf(x).isNotSameAs(x);
        assertThat(layer.backward(dy)).hasEntriesOf(dy).isNotSameAs(dy);

        layer.mode(Mode.TRAIN);
        assertThat(layer.forward(x)).hasEntriesOf(new Dropout(p, new Seed(seed)).forward(x));
    }

    @Test
    void backward_has_the_mask_of_the_last_forward_whatever_the_mode_is_now() {
        Dropout layer = new Dropout(0.5, SEED);
        Tensor x = Values.NORMAL.draw(1, 5, 7);
        Tensor y = layer.forward(x);
        layer.mode(Mode.EVAL);

        assertThat(layer.backward(x)).hasEntriesOf(y);
    }

    @Test
    void samples_have_masks_of_their_own() {
        Tensor zeros = new Dropout(0.5, SEED).forward(Tensor.ones(2, 31)).equalTo(0);

        assertThat(zeros.select(0, 0).minus(zeros.select(0, 1)).abs().sum()).isGreaterThan(5);
    }

    @Test
    void a_p_of_zero_changes_nothing() {
        Tensor x = Values.NORMAL.draw(1, 5, 7);

        assertThat(new Dropout(0, SEED).forward(x)).hasEntriesOf(x);
    }

    /** The winter exam of February 2022, 1.5: the two commute; batch norm and ReLU do not. */
    @Property(seed = "2026", tries = 50)
    void commutes_with_relu(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d());

        Tensor first = new Relu().forward(new Dropout(0.5, SEED).forward(x));

        assertThat(new Dropout(0.5, SEED).forward(new Relu().forward(x))).hasEntriesOf(first);
    }

    @Test
    void batch_norm_and_relu_do_not_commute() {
        Tensor x = Values.NORMAL.draw(1, 5, 7);
        Tensor first = new Relu().forward(new BatchNorm(7, 0.9, 1e-5).forward(x));
        Tensor last = new BatchNorm(7, 0.9, 1e-5).forward(new Relu().forward(x));

        assertThat(first.minus(last).abs().max()).isGreaterThan(0.1);
    }

    /**
     * The winter exam of February 2022, 2.5: drops of 0.2 and 0.3 are one of p + q - p q = 0.44; the key prints p + q - 2 p q = 0.38 and
     * "p q" = 0.06.
     */
    @Test
    void two_in_a_row_are_one_of_p_plus_q_less_pq() {
        int draws = 100_000;
        Layer first = new Dropout(0.2, SEED);
        Layer second = new Dropout(0.3, new Seed(43));
        double merged = 0.2 + 0.3 - 0.2 * 0.3;

        Tensor y = second.forward(first.forward(Tensor.ones(draws)));

        assertThat(y.equalTo(0).mean()).isCloseTo(merged, within(4 * Math.sqrt(merged * (1 - merged) / draws)));
        assertThat(y.max()).isCloseTo(1 / (1 - merged), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void refuses_what_is_no_probability_below_one(double p) {
        assertThatThrownBy(() -> new Dropout(p, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dropout: p: expected a probability from 0 to below 1 but got " + p + ".");
    }
}
