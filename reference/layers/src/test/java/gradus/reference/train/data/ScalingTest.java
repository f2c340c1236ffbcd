package gradus.reference.train.data;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gradus.reference.Primes;
import gradus.reference.Values;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScalingTest {
    /** Column 1: mean 2, deviation 1; column 2 is constant. */
    private final Tensor x = Tensor.of(new double[][] {{1, 5}, {3, 5}});

    @Test
    void features_get_mean_0_and_deviation_1() {
        Scaling scaling = Scaling.perFeature(x);

        assertThat(scaling.mean()).hasEntriesOf(Tensor.of(2, 5));
        assertThat(scaling.deviation()).hasEntriesOf(Tensor.of(1, 1));
        assertThat(scaling.apply(x)).hasEntriesOf(Tensor.of(new double[][] {{-1, 0}, {1, 0}}));
    }

    @Test
    void the_deviation_is_right_where_its_square_is_not() {
        for (double unit : new double[] {1e200, 1e-200}) {
            Tensor far = Tensor.of(new double[][] {{unit, 1}, {3 * unit, 5}});

            assertThat(Scaling.perFeature(far).deviation().divide(Tensor.of(unit, 1)))
                    .isWithin(Tensor.of(1, 2), 1e-15);
            assertThat(Scaling.perFeature(far).apply(far))
                    .isWithin(Tensor.of(new double[][] {{-1, -1}, {1, 1}}), 1e-14);
        }
    }

    /** A sum of 0.1 is rounded: its mean is not 0.1, and far from 0 in units of the deviation that this makes. */
    @Property(seed = "2026", tries = 50)
    void what_is_constant_is_only_centred(@ForAll @IntRange(min = 1, max = 3000) int n) {
        for (double constant : new double[] {0.1, 123.456, -1e200 / 3, 1e-200 / 3, 0}) {
            Tensor same = Tensor.full(Shape.of(n, 2), constant);
            Tensor images = Tensor.full(Shape.of(n, 2, 3, 1), constant);

            assertThat(Scaling.perFeature(same).mean()).hasEntriesOf(Tensor.full(Shape.of(2), constant));
            assertThat(Scaling.perFeature(same).deviation()).hasEntriesOf(Tensor.ones(2));
            assertThat(Scaling.perFeature(same).apply(same)).hasEntriesOf(Tensor.zeros(n, 2));
            assertThat(Scaling.perChannel(images).deviation()).hasEntriesOf(Tensor.ones(2, 1, 1));
            assertThat(Scaling.perChannel(images).apply(images)).hasEntriesOf(Tensor.zeros(n, 2, 3, 1));
        }
    }

    /** 1 and the next number: 2.2e-16 apart. Numbers 1e-13 apart differ. */
    @Test
    void what_differs_by_rounding_alone_is_only_centred() {
        Tensor nearly = Tensor.of(new double[][] {{1, 1, 1e-300}, {Math.nextUp(1.0), 1 + 1e-13, 3e-300}});

        Scaling scaling = Scaling.perFeature(nearly);

        assertThat(scaling.deviation().get(0)).isEqualTo(1);
        assertThat(scaling.deviation().get(1)).isCloseTo(5e-14, within(1e-16));
        assertThat(scaling.deviation().get(2)).isCloseTo(1e-300, within(1e-314));
    }

    /** OP-21: validation statistics must not be used. */
    @Test
    void other_inputs_are_scaled_as_the_training_inputs() {
        Scaling scaling = Scaling.perFeature(Tensor.of(new double[][] {{0}, {4}}));

        assertThat(scaling.apply(Tensor.of(new double[][] {{10}, {12}, {2}}))).hasEntriesOf(Tensor.of(new double[][] {
            {4}, {5}, {0}
        }));
        assertThat(scaling.apply(Tensor.zeros(0, 1)).shape()).isEqualTo(Shape.of(0, 1));
    }

    @Property(seed = "2026", tries = 30)
    void what_was_fitted_on_is_centred_and_comes_back(@ForAll Primes dims, @ForAll long seed, @ForAll Values values) {
        Tensor images = values.draw(seed, dims.n(), dims.d(), dims.t(), dims.k());
        double size = images.abs().max() + 1;
        Scaling scaling = Scaling.perChannel(images);

        Tensor z = scaling.apply(images);
        assertThat(z.mean(0, 2, 3)).isWithin(Tensor.zeros(dims.d()), 1e-12 * size);
        Tensor variance = images.minus(images.meanKeep(0, 2, 3)).square().mean(0, 2, 3);
        assertThat(z.square().mean(0, 2, 3)).isWithin(variance.greater(0), 1e-12 * size);
        assertThat(scaling.undo(z)).isWithin(images, 1e-14 * size);
    }

    @Test
    void the_mean_image_is_subtracted_pixel_by_pixel() {
        Tensor images = Values.NORMAL.draw(1, 5, 3, 2, 7);

        Scaling scaling = Scaling.meanImage(images);

        assertThat(scaling.mean()).isWithin(images.mean(0), 1e-15);
        assertThat(scaling.apply(images)).isCloseTo(images.minus(images.mean(0)), 1e-15);
    }

    @Test
    void a_mean_per_channel_is_subtracted_from_all_its_pixels() {
        Tensor images = Values.NORMAL.draw(1, 5, 3, 2, 7);

        Scaling scaling = Scaling.channelMeans(images);

        assertThat(scaling.mean().shape()).isEqualTo(Shape.of(3, 1, 1));
        assertThat(scaling.apply(images))
                .isCloseTo(images.minus(images.mean(0, 2, 3).reshape(3, 1, 1)), 1e-14);
        assertThat(scaling.apply(Tensor.zeros(2, 3, 5, 5)).shape()).isEqualTo(Shape.of(2, 3, 5, 5));
    }

    @Test
    void shapes_are_those_of_the_fit() {
        assertThatThrownBy(() -> Scaling.perFeature(Tensor.zeros(0, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Scaling: x: expected samples but got (0, 3).");
        assertThatThrownBy(() -> Scaling.perChannel(x))
                .hasMessage("Scaling.perChannel: x: expected shape (any, any, any, any) but got (2, 2).");
        assertThatThrownBy(() -> Scaling.perFeature(x).apply(Tensor.zeros(4, 3)))
                .hasMessage("Scaling: x: expected shape (any, 2) but got (4, 3).");
        assertThatThrownBy(() -> Scaling.perFeature(x).undo(Tensor.zeros(2)))
                .hasMessage("Scaling: x: expected shape (any, 2) but got (2).");
    }
}
