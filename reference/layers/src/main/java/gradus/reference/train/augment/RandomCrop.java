package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a piece of height × width pixels out of each image, each place equally likely: what is learned must not need
 * the whole thing. {@code padding} zeros are put around the images before.
 *
 * <p>Source: lecture 8 (224 × 224 for training).
 */
public record RandomCrop(int height, int width, int padding) implements Augmentation {
    /** @throws IllegalArgumentException if the piece has no pixels, or the padding is negative */
    public RandomCrop {
        Require.positive("RandomCrop: height", height);
        Require.positive("RandomCrop: width", width);
        Require.atLeastZero("RandomCrop: padding", padding);
    }

    public RandomCrop(int height, int width) {
        this(height, width, 0);
    }

    /** @throws gradus.tensor.ShapeException if the padded images are smaller than the piece */
    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("RandomCrop", x);
        Tensor whole = x.pad(2, padding, padding).pad(3, padding, padding);
        Require.room("RandomCrop", whole, height, width);
        List<Tensor> pieces = new ArrayList<>();
        pieces.add(whole.slice(0, 0, 0).slice(2, 0, height).slice(3, 0, width)); // of an empty batch
        for (int n = 0; n < x.dim(0); n++) {
            int top = (int) (seed.uniform(2L * n) * (whole.dim(2) - height + 1));
            int left = (int) (seed.uniform(2L * n + 1) * (whole.dim(3) - width + 1));
            pieces.add(whole.slice(0, n, n + 1).slice(2, top, top + height).slice(3, left, left + width));
        }
        return Tensor.concat(0, pieces);
    }
}
