package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestScaledDropoutTest {
    private static final Seed SEED = new Seed(42);

    /** Lecture 8: z = θ₁x₁ + θ₂x₂ at p = ½; the mean over the four masks is ½ (θ₁x₁ + θ₂x₂), as in use. */
    @Test
    void in_use_gives_the_mean_over_the_masks_of_the_lecture() {
        Tensor theta = Tensor.of(3, -5);
        Tensor x = Tensor.of(2, 7);
        double mean = 0;
        for (Tensor mask : new Tensor[] {Tensor.of(0, 0), Tensor.of(0, 1), Tensor.of(1, 0), Tensor.of(1, 1)}) {
            mean += 0.25 * theta.dot(x.times(mask));
        }
        TestScaledDropout layer = new TestScaledDropout(0.5, SEED);
        layer.mode(Mode.EVAL);

        assertThat(theta.dot(layer.forward(x))).isEqualTo(mean).isEqualTo(0.5 * (3 * 2 - 5 * 7));
    }

    @Property(seed = "2026", tries = 50)
    void in_training_drops_and_does_not_enlarge(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        TestScaledDropout layer = new TestScaledDropout(0.2, new Seed(seed));
        Tensor x = values.draw(seed + 1, dims.n(), dims.d());
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.n(), dims.d());
        Tensor dropped = Tensor.uniform(x.shape(), new Seed(seed)).less(0.2);

        assertThat(layer.forward(x)).hasEntriesOf(dropped.where(0, x));
        assertThat(layer.backward(dy)).hasEntriesOf(dropped.where(0, dy));
    }

    /** At p = 0.2 one sees that it is 1 - p, not the p of the slide. */
    @Test
    void in_use_scales_by_the_probability_of_keeping() {
        TestScaledDropout layer = new TestScaledDropout(0.2, SEED);
        Tensor x = Values.NORMAL.draw(1, 5, 7);
        layer.mode(Mode.EVAL);

        assertThat(layer.forward(x)).hasEntriesOf(x.times(0.8));
        assertThat(layer.backward(x)).hasEntriesOf(x.times(0.8));
    }

    @Test
    void has_the_same_mean_in_training_and_in_use() {
        int draws = 100_000;
        TestScaledDropout layer = new TestScaledDropout(0.2, SEED);
        Tensor ones = Tensor.ones(draws);
        double training = layer.forward(ones).mean();
        layer.mode(Mode.EVAL);

        assertThat(training).isCloseTo(layer.forward(ones).mean(), within(4 * Math.sqrt(0.2 * 0.8 / draws)));
    }

    /** Inverted dropout is this one divided by 1 - p, in both modes. */
    @Property(seed = "2026", tries = 20)
    void is_inverted_dropout_times_what_is_kept(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values, @ForAll Mode mode) {
        TestScaledDropout scaled = new TestScaledDropout(0.3, new Seed(seed));
        Dropout inverted = new Dropout(0.3, new Seed(seed));
        scaled.mode(mode);
        inverted.mode(mode);
        Tensor x = values.draw(seed, dims.n(), dims.d());

        assertThat(scaled.forward(x)).isCloseTo(inverted.forward(x).times(0.7), 1e-15);
        assertThat(scaled.forward(x)).isCloseTo(inverted.forward(x).times(0.7), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void refuses_what_is_no_probability_below_one(double p) {
        assertThatThrownBy(() -> new TestScaledDropout(p, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TestScaledDropout: p: expected a probability from 0 to below 1 but got " + p + ".");
    }

    @Test
    void in_use_draws_nothing() {
        TestScaledDropout layer = new TestScaledDropout(0.5, SEED);
        Tensor x = Tensor.ones(Shape.of(5, 7));
        layer.mode(Mode.EVAL);
        layer.forward(x);
        layer.mode(Mode.TRAIN);

        assertThat(layer.forward(x))
                .hasEntriesOf(Tensor.bernoulli(x.shape(), 0.5, SEED).oneMinus());
    }
}
