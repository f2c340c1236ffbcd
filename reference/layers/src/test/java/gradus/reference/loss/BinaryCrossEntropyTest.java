package gradus.reference.loss;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Reduction;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryCrossEntropyTest {
    private final BinaryCrossEntropy loss = new BinaryCrossEntropy(Reduction.MEAN_BATCH);

    /** Lecture 3: 0.8 for yes where yes is true; and its mirror image. */
    @ParameterizedTest
    @CsvSource({"0.8, 1, 0.22314, -1.25", "0.2, 0, 0.22314, 1.25", "0.2, 1, 1.60944, -5", "0.5, 0, 0.69315, 2"})
    void works_out_a_prediction_of_the_lecture(double p, double y, double expected, double slope) {
        assertThat(loss.forward(Tensor.of(p), Tensor.of(y))).isCloseTo(expected, within(5e-6));
        assertThat(loss.backward()).isCloseTo(Tensor.of(slope), 1e-15);
    }

    /** Two samples of three outputs: -ln 1/2 - ln 1/4 - ln 1/8, and the same again. */
    @ParameterizedTest
    @CsvSource({"SUM, 12, 1", "HALF_SUM, 6, 2", "MEAN_BATCH, 6, 2", "MEAN_ALL, 2, 6"})
    void reductions_differ_by_a_factor(Reduction reduction, double doublings, double divisor) {
        BinaryCrossEntropy other = new BinaryCrossEntropy(reduction);
        Tensor p = Tensor.of(new double[][] {{0.5, 0.25, 0.125}, {0.5, 0.75, 0.875}});
        Tensor y = Tensor.of(new double[][] {{1, 1, 1}, {0, 0, 0}});

        assertThat(other.forward(p, y)).isCloseTo(doublings * Math.log(2), within(1e-14));
        assertThat(other.backward())
                .isCloseTo(Tensor.of(new double[][] {{-2, -4, -8}, {2, 4, 8}}).divide(divisor), 1e-15);
    }

    @Property(seed = "2026", tries = 50)
    void the_gradient_is_the_difference_over_the_variance(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor p = inside(dims, seed, values);
        Tensor y = fractions(dims, seed + 1);
        loss.forward(p, y);

        Tensor expected = p.minus(y).divide(p.times(p.oneMinus())).divide(dims.n());

        assertThat(loss.backward()).isCloseTo(expected, 1e-14);
    }

    @Property(seed = "2026", tries = 50)
    void yes_and_no_may_change_places(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor p = inside(dims, seed, values);
        Tensor y = fractions(dims, seed + 1);
        double expected = loss.forward(p, y);
        Tensor gradient = loss.backward();

        assertThat(loss.forward(p.oneMinus(), y.oneMinus())).isCloseTo(expected, within(1e-14 * expected));
        assertThat(loss.backward()).isCloseTo(gradient.negate(), 1e-13);
    }

    @Property(seed = "2026", tries = 50)
    void nothing_is_better_than_the_truth(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor y = inside(dims, seed, values);
        double least = loss.forward(y, y);

        assertThat(loss.backward()).isWithin(Tensor.zeros(y.shape()), 1e-15);
        assertThat(loss.forward(inside(dims, seed + 1, Values.NORMAL), y)).isGreaterThan(least);
    }

    @Property(seed = "2026", tries = 50)
    void is_linear_in_the_target(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor p = inside(dims, seed, values);
        Tensor y = fractions(dims, seed + 1);
        BinaryCrossEntropy sum = new BinaryCrossEntropy(Reduction.SUM);

        double yes = p.log().times(y).sum();
        double no = p.oneMinus().log().times(y.oneMinus()).sum();

        assertThat(sum.forward(p, y)).isCloseTo(-yes - no, within(1e-13)).isPositive();
    }

    @Test
    void a_sure_and_right_answer_costs_nothing_and_still_has_its_slope() {
        assertThat(loss.forward(Tensor.of(new double[][] {{0, 1}}), Tensor.of(new double[][] {{0, 1}})))
                .isZero();
        assertThat(loss.backward()).hasEntriesOf(Tensor.of(new double[][] {{1, -1}}));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, -Infinity", "1, 0, Infinity", "0, 0.5, -Infinity", "1, 0.5, Infinity"})
    void a_sure_and_wrong_answer_costs_infinitely_much(double p, double y, double slope) {
        assertThat(loss.forward(Tensor.of(p), Tensor.of(y))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(loss.backward().get(0)).isEqualTo(slope);
    }

    @Test
    void a_nearly_sure_answer_is_exact() {
        assertThat(loss.forward(Tensor.of(1e-300), Tensor.of(1))).isCloseTo(300 * Math.log(10), within(1e-12));
        assertThat(loss.backward()).isCloseTo(Tensor.of(-1e300), 1e-15);
        assertThat(loss.forward(Tensor.of(1e-300), Tensor.of(0))).isCloseTo(1e-300, within(1e-315));
    }

    @ParameterizedTest
    @CsvSource({"SUM, 0", "HALF_SUM, 0", "MEAN_BATCH, NaN", "MEAN_ALL, NaN"})
    void an_empty_batch_has_a_sum_but_no_mean(Reduction reduction, Double expected) {
        BinaryCrossEntropy other = new BinaryCrossEntropy(reduction);

        assertThat(other.forward(Tensor.zeros(0, 3), Tensor.zeros(0, 3))).isEqualTo(expected);
        assertThat(other.backward()).hasEntriesOf(Tensor.zeros(0, 3));
    }

    @Test
    void refuses_a_target_of_another_shape() {
        assertThatThrownBy(() -> loss.forward(Tensor.zeros(5, 3), Tensor.zeros(5, 1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("BinaryCrossEntropy.forward: y: expected shape (5, 3) but got (5, 1).");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, -0.5, Double.NaN})
    void refuses_what_is_no_probability(double odd) {
        String problem = "expected probabilities from 0 to 1 but got " + odd + ".";

        assertThatThrownBy(() -> loss.forward(Tensor.of(0, odd), Tensor.of(1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BinaryCrossEntropy.forward: p: " + problem);
        assertThatThrownBy(() -> loss.forward(Tensor.of(0.5, 0.5), Tensor.of(1, odd)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BinaryCrossEntropy.forward: y: " + problem);
    }

    /** From 0.1 to 0.9. */
    /** Probabilities from 0.1 to 0.9, at the ends if the values are large. */
    private static Tensor inside(Primes dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.d()).tanh().times(0.4).plus(0.5);
    }

    private static Tensor fractions(Primes dims, long seed) {
        return Tensor.uniform(Shape.of(dims.n(), dims.d()), new Seed(seed));
    }
}
