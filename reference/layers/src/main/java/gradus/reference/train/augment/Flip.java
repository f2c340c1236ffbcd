package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Mirrors each image with probability p: left to right along axis 3, upside down along axis 2. Wrong for what is
 * read, such as digits.
 *
 * <p>Source: lecture 8 (2 images); winter 2021, 1.1.
 */
public record Flip(double p, int axis) implements Augmentation {
    /** @throws IllegalArgumentException if p is no probability, or the axis is not 2 or 3 */
    public Flip {
        Require.probability("Flip: p", p);
        if (axis != 2 && axis != 3) {
            throw new IllegalArgumentException("Flip: axis: expected 2 or 3 but got " + axis + ".");
        }
    }

    public static Flip leftToRight(double p) {
        return new Flip(p, 3);
    }

    public static Flip upsideDown(double p) {
        return new Flip(p, 2);
    }

    /** Image n is mirrored iff number n of the seed is below p. */
    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("Flip", x);
        Tensor mirrored = Tensor.bernoulli(Shape.of(x.dim(0), 1, 1, 1), p, seed);
        return mirrored.where(x.flip(axis), x);
    }
}
