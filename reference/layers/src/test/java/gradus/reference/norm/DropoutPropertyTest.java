package gradus.reference.norm;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Means over masks, and what is left of dropout in use, for any p, numbers and shapes. */
class DropoutPropertyTest {
    private static final int MASKS = 10_000;

    /** Within 4 √(p / ((1 - p) M)) of M masks over a constant, in units of the constant. */
    @Property(seed = "2026", tries = 50)
    void the_mean_over_masks_is_what_goes_in(
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double p, @ForAll long seed, @ForAll Values values) {
        double constant = values.draw(seed, 1).get(0);
        double share = 4 * Math.sqrt(p / ((1 - p) * MASKS));

        has(new Dropout(p, new Seed(seed)).forward(even(constant, MASKS)), constant, share);
        has(new SpatialDropout(p, new Seed(seed)).forward(even(constant, 100, MASKS / 100, 2, 3)), constant, share);
        Tensor scaled = new TestScaledDropout(p, new Seed(seed)).forward(even(constant, MASKS));
        has(scaled.divide(1 - p), constant, share);
    }

    private static void has(Tensor y, double mean, double share) {
        assertThat(y.mean()).isCloseTo(mean, within(Math.abs(mean) * share));
    }

    private static Tensor even(double constant, int... dims) {
        return Tensor.full(Shape.of(dims), constant);
    }

    @Property(seed = "2026", tries = 50)
    void in_use_nothing_is_dropped(
            @ForAll Primes dims, @ForAll @DoubleRange(max = 0.99) double p, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 1, dims.n(), dims.d(), dims.m(), dims.t());

        inUse(new Dropout(p, new Seed(seed)), x, dy, 1);
        inUse(new SpatialDropout(p, new Seed(seed)), x, dy, 1);
        inUse(new TestScaledDropout(p, new Seed(seed)), x, dy, 1 - p);
    }

    private static void inUse(Layer layer, Tensor x, Tensor dy, double factor) {
        layer.mode(Mode.EVAL);

        assertThat(layer.forward(x)).hasEntriesOf(x.times(factor));
        assertThat(layer.backward(dy)).hasEntriesOf(dy.times(factor));
    }
}
