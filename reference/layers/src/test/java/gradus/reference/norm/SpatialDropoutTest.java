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
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpatialDropoutTest {
    private static final Seed SEED = new Seed(42);

    @Property(seed = "2026", tries = 50)
    void drops_whole_maps_and_enlarges_the_rest(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        SpatialDropout layer = new SpatialDropout(0.2, new Seed(seed));
        Tensor x = values.draw(seed + 1, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor dy = Values.NORMAL.draw(seed + 2, dims.n(), dims.d(), dims.m(), dims.t());
        Tensor dropped = Tensor.uniform(Shape.of(dims.n() * dims.d()), new Seed(seed))
                .less(0.2)
                .reshape(dims.n(), dims.d(), 1, 1);

        assertThat(layer.forward(x)).isCloseTo(dropped.where(0, x.divide(0.8)), 1e-15);
        assertThat(layer.backward(dy)).isCloseTo(dropped.where(0, dy.divide(0.8)), 1e-15);
    }

    @Test
    void every_forward_has_the_next_seed() {
        SpatialDropout layer = new SpatialDropout(0.5, SEED);
        Tensor x = Tensor.ones(2, 11, 1, 1);

        layer.forward(x);

        assertThat(layer.forward(x)).hasEntriesOf(new SpatialDropout(0.5, SEED.next()).forward(x));
        assertThat(layer.forward(x))
                .hasEntriesOf(new SpatialDropout(0.5, SEED.next().next()).forward(x));
    }

    @Test
    void drops_a_share_of_p_and_keeps_the_mean() {
        int maps = 100_000;
        Tensor y = new SpatialDropout(0.2, SEED).forward(Tensor.ones(100, 1000, 1, 2));

        assertThat(y.equalTo(0).mean()).isCloseTo(0.2, within(4 * Math.sqrt(0.2 * 0.8 / maps)));
        assertThat(y.mean()).isCloseTo(1, within(4 * Math.sqrt(0.2 / (0.8 * maps))));
    }

    @Test
    void in_use_changes_nothing_and_draws_nothing() {
        SpatialDropout layer = new SpatialDropout(0.5, SEED);
        Tensor x = Values.NORMAL.draw(1, 2, 3, 5, 7);
        layer.mode(Mode.EVAL);

        assertThat(layer.forward(x)).hasEntriesOf(x);
        assertThat(layer.backward(x)).hasEntriesOf(x);

        layer.mode(Mode.TRAIN);
        assertThat(layer.forward(x)).hasEntriesOf(new SpatialDropout(0.5, SEED).forward(x));
    }

    @Test
    void refuses_what_has_no_maps() {
        assertThatThrownBy(() -> new SpatialDropout(0.5, SEED).forward(Tensor.zeros(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("SpatialDropout.forward: x: expected shape (any, any, any, any) but got (2, 3).");
    }

    @Test
    void refuses_what_is_no_probability_below_one() {
        assertThatThrownBy(() -> new SpatialDropout(1, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SpatialDropout: p: expected a probability from 0 to below 1 but got 1.0.");
    }
}
