package gradus.reference.train.augment;

import static gradus.reference.TensorAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradus.reference.Values;
import gradus.reference.activation.Identity;
import gradus.reference.norm.Dropout;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CropTest {
    /** Images (N, 1, 5, 6) in which every pixel says where it is: 10 r + c. */
    private static Tensor places(int n) {
        Tensor rows = Tensor.of(0, 10, 20, 30, 40).reshape(5, 1);
        return rows.plus(Tensor.of(0, 1, 2, 3, 4, 5)).broadcastTo(Shape.of(n, 1, 5, 6));
    }

    @Test
    void a_random_crop_is_a_piece_and_every_place_occurs() {
        Tensor pieces = new RandomCrop(3, 4).apply(places(400), new Seed(1));

        Set<Double> corners = new TreeSet<>();
        for (int n = 0; n < 400; n++) {
            Tensor piece = pieces.select(0, n).reshape(3, 4);
            double corner = piece.get(0, 0);
            corners.add(corner);
            Tensor expected = Tensor.of(0, 10, 20)
                    .reshape(3, 1)
                    .plus(Tensor.of(0, 1, 2, 3))
                    .plus(corner);
            assertThat(piece).hasEntriesOf(expected);
        }
        assertThat(corners).containsExactly(0.0, 1.0, 2.0, 10.0, 11.0, 12.0, 20.0, 21.0, 22.0);
    }

    /** Sample n takes numbers 2n and 2n + 1 of the seed, for its row and its column. */
    @Test
    void a_seed_says_where_a_crop_lies() {
        Seed seed = new Seed(7);

        Tensor pieces = new RandomCrop(3, 4).apply(places(5), seed);

        for (int n = 0; n < 5; n++) {
            double corner = 10 * Math.floor(3 * seed.uniform(2L * n)) + Math.floor(3 * seed.uniform(2L * n + 1));
            assertThat(pieces.select(0, n).reshape(3, 4).slice(0, 0, 1).slice(1, 0, 1))
                    .hasEntriesOf(Tensor.full(Shape.of(1, 1), corner));
        }
    }

    @Test
    void a_crop_of_all_is_all_and_padding_is_zeros() {
        Tensor x = Values.NORMAL.draw(1, 2, 3, 5, 7);

        assertThat(new RandomCrop(5, 7).apply(x, new Seed(1))).hasEntriesOf(x);
        assertThat(new RandomCrop(9, 11, 2).apply(x, new Seed(1)))
                .hasEntriesOf(x.pad(2, 2, 2).pad(3, 2, 2));
        assertThat(new RandomCrop(2, 3).apply(x.slice(0, 0, 0), new Seed(1)).shape())
                .isEqualTo(Shape.of(0, 3, 2, 3));
        assertThat(new RandomCrop(2, 3).apply(x, new Seed(1))).hasEntriesOf(new RandomCrop(2, 3).apply(x, new Seed(1)));
    }

    /** Lecture 8: (4 + 1) · 2 = 10 crops. */
    @Test
    void ten_crops_are_corners_and_centre_and_their_mirror_images() {
        List<Tensor> crops = new TenCrop(3, 3).of(places(1));

        assertThat(crops).hasSize(10);
        assertThat(crops.stream().map(c -> c.get(0, 0, 0, 0)).limit(5)).containsExactly(0.0, 3.0, 20.0, 23.0, 11.0);
        IntStream.range(0, 5)
                .forEach(i ->
                        assertThat(crops.get(5 + i)).hasEntriesOf(crops.get(i).flip(3)));
        assertThat(crops).allSatisfy(c -> assertThat(c.shape()).isEqualTo(Shape.of(1, 1, 3, 3)));
        assertThat(crops.get(3).get(0, 0, 2, 2)).isEqualTo(45);
    }

    @Test
    void the_answer_is_the_mean_over_ten() {
        Tensor x = Values.NORMAL.draw(1, 2, 3, 5, 7);
        List<Tensor> crops = new TenCrop(3, 2).of(x);

        Tensor mean = new TenCrop(3, 2).predict(new Dropout(0.5, new Seed(1)), x, Tensor::square);

        assertThat(mean).isCloseTo(Tensor.stack(0, crops).square().mean(0), 1e-15);
        assertThat(new TenCrop(3, 2).predict(new Identity(), x, y -> y))
                .isCloseTo(Tensor.stack(0, crops).mean(0), 1e-15);
    }

    @Test
    void a_scaled_crop_has_one_size_at_many_scales() {
        ScaledCrop crop = new ScaledCrop(10, 20, 8);
        Tensor ramp = Tensor.of(0, 1, 2, 3, 4, 5).broadcastTo(Shape.of(60, 2, 5, 6)); // grows by 1 a column

        Tensor pieces = crop.apply(ramp, new Seed(3));

        assertThat(pieces.shape()).isEqualTo(Shape.of(60, 2, 8, 8));
        Tensor steps = pieces.slice(3, 4, 5).minus(pieces.slice(3, 3, 4)); // 5/20 to 5/10, but 0 beyond the borders
        assertThat(steps.max()).isLessThanOrEqualTo(0.5 + 1e-12).isGreaterThan(0.49);
        assertThat(steps.min()).isGreaterThanOrEqualTo(0.25 - 1e-12).isLessThan(0.255);
        assertThat(crop.apply(ramp.slice(0, 0, 0), new Seed(3)).shape()).isEqualTo(Shape.of(0, 2, 8, 8));
        assertThat(ScaledCrop.USUAL).isEqualTo(new ScaledCrop(256, 480, 224));
    }

    @Test
    void one_scale_alone_is_a_resize_and_a_crop() {
        Tensor x = Values.NORMAL.draw(1, 1, 3, 5, 7);

        assertThat(new ScaledCrop(5, 5, 5).apply(x, new Seed(2)))
                .hasEntriesOf(new RandomCrop(5, 5).apply(x, new Seed(2).child(0)));
    }

    @Test
    void crops_fit_into_images() {
        assertThatThrownBy(() -> new RandomCrop(6, 2).apply(places(1), new Seed(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("RandomCrop.apply: x: expected images of 6 x 2 pixels or more but got (1, 1, 5, 6).");
        assertThatThrownBy(() -> new TenCrop(2, 7).of(places(1)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("TenCrop.apply: x: expected images of 2 x 7 pixels or more but got (1, 1, 5, 6).");
        assertThatThrownBy(() -> new RandomCrop(0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RandomCrop: height: expected 1 pixel or more but got 0.");
        assertThatThrownBy(() -> new RandomCrop(2, 0)).hasMessageStartingWith("RandomCrop: width: ");
        assertThatThrownBy(() -> new RandomCrop(2, 2, -1)).hasMessageStartingWith("RandomCrop: padding: ");
        assertThatThrownBy(() -> new TenCrop(0, 2)).hasMessageStartingWith("TenCrop: height: ");
        assertThatThrownBy(() -> new TenCrop(2, 0)).hasMessageStartingWith("TenCrop: width: ");
        assertThatThrownBy(() -> new ScaledCrop(10, 9, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ScaledCrop: expected size <= shortest <= longest but got 8, 10 and 9.");
        assertThatThrownBy(() -> new ScaledCrop(7, 9, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ScaledCrop(7, 9, 0)).hasMessageStartingWith("ScaledCrop: size: ");
        assertThatThrownBy(() -> new RandomCrop(1, 1).apply(Tensor.zeros(3, 3), new Seed(1)))
                .hasMessage("RandomCrop.apply: x: expected shape (any, any, any, any) but got (3, 3).");
        assertThatThrownBy(() -> new TenCrop(1, 1).of(Tensor.zeros(3, 3))).hasMessageStartingWith("TenCrop.apply: x: ");
        assertThatThrownBy(() -> ScaledCrop.USUAL.apply(Tensor.zeros(3, 3), new Seed(1)))
                .hasMessageStartingWith("ScaledCrop.apply: x: ");
    }
}
