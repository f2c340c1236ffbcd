package gradus.reference.train.augment;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Images;
import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What changes pixels and leaves them where they are. */
class PixelsTest {
    private static final Seed SEED = new Seed(5);

    @Property(seed = "2026", tries = 20)
    void brightness_shifts_an_image_as_a_whole(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = images(dims, seed, values);
        double size = 1 + x.abs().max();

        Tensor shift = new Brightness(0.2).apply(x, SEED).minus(x);

        Tensor first = shift.slice(1, 0, 1).slice(2, 0, 1).slice(3, 0, 1);
        assertThat(shift).isWithin(first.broadcastTo(x.shape()), 1e-15 * size);
        for (int n = 0; n < dims.n(); n++) {
            assertThat(first.get(n, 0, 0, 0)).isCloseTo(0.2 * (2 * SEED.uniform(n) - 1), within(1e-15 * size));
        }
    }

    @Property(seed = "2026", tries = 20)
    void contrast_keeps_the_mean_and_scales_what_is_around_it(
            @ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = images(dims, seed, values);
        double size = x.abs().max();

        Tensor y = new Contrast(0.4).apply(x, SEED);

        assertThat(y.mean(1, 2, 3)).isWithin(x.mean(1, 2, 3), 1e-14 * size);
        for (int n = 0; n < dims.n(); n++) {
            double factor = 1 + 0.4 * (2 * SEED.uniform(n) - 1);
            Tensor image = x.select(0, n);
            assertThat(y.select(0, n).minus(image.mean()))
                    .isWithin(image.minus(image.mean()).times(factor), 1e-14 * size);
        }
    }

    private static Tensor images(Primes dims, long seed, Values values) {
        return values.draw(seed, dims.n(), dims.d(), dims.t(), dims.k());
    }

    @Test
    void noise_has_the_deviation_and_mean_0() {
        Tensor noise = new Noise(0.3).apply(Tensor.zeros(100, 1, 10, 10), SEED);

        assertThat(noise.mean()).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(noise.square().mean())).isCloseTo(0.3, within(0.01));
        assertThat(new Noise(0.3).apply(Tensor.ones(4, 2), SEED))
                .isWithin(Tensor.normal(Shape.of(4, 2), SEED).times(0.3).plus(1), 1e-15);
    }

    /** A single bright pixel becomes the filter: 1/16 of 1 2 1, 2 4 2, 1 2 1; in each channel by itself. */
    @Test
    void a_point_blurs_into_the_filter() {
        Tensor point = Tensor.zeros(1, 2, 3, 3);
        point.set(0, 1, 1, 1, 16);

        assertThat(new Blur(1).apply(point, SEED))
                .isWithin(Tensor.of(Shape.of(1, 2, 3, 3), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 2, 4, 2, 1, 2, 1), 1e-14);
        assertThat(new Blur(0).apply(point, SEED)).hasEntriesOf(point);
    }

    @Test
    void some_images_are_blurred() {
        Tensor x = Values.NORMAL.draw(1, 60, 1, 3, 3);

        Tensor same = new Blur(0.5).apply(x, SEED).equalTo(x).min(1, 2, 3);

        for (int n = 0; n < 60; n++) {
            assertThat(same.get(n) == 0).isEqualTo(SEED.uniform(n) < 0.5);
        }
    }

    @Test
    void one_after_another_has_the_next_seed() {
        Tensor x = Values.NORMAL.draw(1, 3, 1, 3, 3);

        assertThat(new Noise(1).then(new Brightness(2)).apply(x, SEED))
                .hasEntriesOf(new Brightness(2).apply(new Noise(1).apply(x, SEED), SEED.next()));
        assertThat(Augmentation.NONE.apply(x, SEED)).hasEntriesOf(x);
    }

    @Test
    void each_image_gets_one_of_several() {
        Augmentation some =
                Augmentation.oneOf(List.of(Augmentation.NONE, (x, seed) -> x.plus(1), (x, seed) -> x.plus(2)));

        Tensor chosen = some.apply(Tensor.zeros(300, 1, 1, 1), SEED);

        for (int n = 0; n < 300; n++) {
            assertThat(chosen.get(n, 0, 0, 0)).isEqualTo(Math.floor(SEED.uniform(n) * 3));
        }
        assertThat(some.apply(Tensor.zeros(0, 1, 1, 1), SEED).size()).isZero();
        Tensor noisy = Augmentation.oneOf(List.of(new Noise(1))).apply(Tensor.zeros(2, 1, 1, 1), SEED);
        assertThat(noisy.get(0, 0, 0, 0)).isNotEqualTo(noisy.get(1, 0, 0, 0));
        assertThatThrownBy(() -> Augmentation.oneOf(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Augmentation.oneOf: expected at least one augmentation but got none.");
    }

    @Property(seed = "2026", tries = 20)
    void images_are_only_read_and_changed_by_seed_alone(@ForAll Images dims, @ForAll long seed, @ForAll Values values) {
        Tensor x = values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
        Tensor before = x.copy();
        for (Augmentation a : List.of(
                Flip.leftToRight(0.5),
                new RandomCrop(3, 3),
                new Brightness(1),
                new Contrast(1),
                new Rotation(20),
                new Noise(1),
                new Blur(0.5))) {
            Tensor y = a.apply(x, new Seed(seed));
            assertThat(a.apply(x, new Seed(seed))).hasEntriesOf(y);
            y.fill(9);
            assertThat(x).hasEntriesOf(before);
        }
    }

    @Test
    void wrong_numbers_and_shapes_are_refused() {
        assertThatThrownBy(() -> new Brightness(-1))
                .hasMessageStartingWith("Brightness: most: expected a finite number");
        assertThatThrownBy(() -> new Contrast(1.1)).hasMessageStartingWith("Contrast: most: expected a probability");
        assertThatThrownBy(() -> new Noise(Double.NaN)).hasMessageStartingWith("Noise: deviation: ");
        assertThatThrownBy(() -> new Blur(2)).hasMessageStartingWith("Blur: p: expected a probability");
        for (Augmentation a : List.of(new Brightness(1), new Contrast(1), new Blur(1))) {
            assertThatThrownBy(() -> a.apply(Tensor.zeros(2, 2), SEED))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageStartingWith(a.getClass().getSimpleName() + ".apply: x: ");
        }
    }
}
