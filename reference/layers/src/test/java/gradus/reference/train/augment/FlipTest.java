package gradus.reference.train.augment;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FlipTest {
    private final Tensor x = Tensor.of(Shape.of(1, 1, 2, 3), 1, 2, 3, 4, 5, 6);

    @Test
    void mirrors_columns_or_rows() {
        assertThat(Flip.leftToRight(1).apply(x, new Seed(1))).hasEntriesOf(Tensor.of(x.shape(), 3, 2, 1, 6, 5, 4));
        assertThat(Flip.upsideDown(1).apply(x, new Seed(1))).hasEntriesOf(Tensor.of(x.shape(), 4, 5, 6, 1, 2, 3));
        assertThat(Flip.leftToRight(0).apply(x, new Seed(1))).hasEntriesOf(x);
    }

    @Property(seed = "2026", tries = 20)
    void twice_with_one_seed_is_nothing(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor images = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.k());
        Flip flip = Flip.leftToRight(0.5);

        assertThat(flip.apply(flip.apply(images, new Seed(seed)), new Seed(seed)))
                .hasEntriesOf(images);
    }

    @Test
    void each_image_is_mirrored_or_not_by_its_number() {
        Tensor images = x.broadcastTo(Shape.of(1000, 1, 2, 3));
        Seed seed = new Seed(4);

        Tensor mirrored = Flip.leftToRight(0.3)
                .apply(images, seed)
                .slice(3, 0, 1)
                .slice(2, 0, 1)
                .equalTo(3);

        assertThat(mirrored.mean()).isCloseTo(0.3, within(0.05));
        for (int n = 0; n < 20; n++) {
            assertThat(mirrored.get(n, 0, 0, 0) == 1).isEqualTo(seed.uniform(n) < 0.3);
        }
    }

    @Test
    void wrong_numbers_and_shapes_are_refused() {
        assertThatThrownBy(() -> Flip.leftToRight(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Flip: p: expected a probability from 0 to 1 but got 1.5.");
        assertThatThrownBy(() -> Flip.leftToRight(-0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Flip(0.5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Flip: axis: expected 2 or 3 but got 1.");
        assertThatThrownBy(() -> Flip.leftToRight(1).apply(Tensor.zeros(2, 3), new Seed(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Flip.apply: x: expected shape (any, any, any, any) but got (2, 3).");
    }
}
