package gradus.reference.train.augment;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image 1 2 3, 4 5 6, 7 8 9, and all that augmentation does to it, worked out from the numbers u of the seed. */
class AugmentationTest {
    private static final Shape IMAGE = Shape.of(1, 1, 3, 3);
    private static final Tensor X = image(1, 2, 3, 4, 5, 6, 7, 8, 9);

    private static Tensor image(double... pixels) {
        return Tensor.of(IMAGE, pixels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changes_one_image_in_every_way_by_seed(long number) {
        Seed seed = new Seed(number);
        double u = seed.uniform(0);
        int top = u < 0.5 ? 0 : 1;
        int left = seed.uniform(1) < 0.5 ? 0 : 1;
        double angle = Math.toRadians(10 * (2 * u - 1));

        assertThat(Flip.leftToRight(0.5).apply(X, seed)).hasEntriesOf(u < 0.5 ? image(3, 2, 1, 6, 5, 4, 9, 8, 7) : X);
        assertThat(Flip.upsideDown(0.5).apply(X, seed)).hasEntriesOf(u < 0.5 ? image(7, 8, 9, 4, 5, 6, 1, 2, 3) : X);
        assertThat(new RandomCrop(2, 2).apply(X, seed).reshape(2, 2))
                .hasEntriesOf(Tensor.of(new double[][] {{1, 2}, {4, 5}}).plus(3 * top + left));
        assertThat(new ScaledCrop(6, 6, 6).apply(X, seed).slice(2, 0, 1).reshape(6))
                .isWithin(Tensor.of(1, 1.25, 1.75, 2.25, 2.75, 3), 1e-14);
        assertThat(new Brightness(0.2).apply(X, seed)).isWithin(X.plus(0.2 * (2 * u - 1)), 1e-14);
        assertThat(new Contrast(0.4).apply(X, seed))
                .isWithin(X.minus(5).times(1 + 0.4 * (2 * u - 1)).plus(5), 1e-14);
        assertThat(new Noise(0.3).apply(X, seed))
                .isWithin(X.plus(Tensor.normal(IMAGE, seed).times(0.3)), 1e-14);
        assertThat(new Blur(0.5).apply(X, seed).get(0, 0, 0, 0))
                .isEqualTo(u < 0.5 ? (4 * 1 + 2 * 2 + 2 * 4 + 5) / 16.0 : 1);
        // right of the middle lies what was cos of a pixel beside it and sin of one below
        assertThat(new Rotation(10).apply(X, seed).get(0, 0, 1, 2))
                .isCloseTo(5 + Math.cos(angle) + 3 * Math.sin(angle), within(1e-14));

        List<Tensor> ten = new TenCrop(2, 2).of(X);
        assertThat(ten.stream().map(crop -> crop.get(0, 0, 0, 0)))
                .containsExactly(1.0, 2.0, 4.0, 5.0, 1.0, 2.0, 3.0, 5.0, 6.0, 2.0);
        assertThat(ScaledCrop.USUAL).isEqualTo(new ScaledCrop(256, 480, 224));
    }
}
