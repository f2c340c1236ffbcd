package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Spreads or narrows each image about its mean m: y = m + (1 + a) (x - m), a uniform on ±most, one for the whole
 * image; the mean is kept. Not clipped.
 *
 * <p>Source: lecture 8; winter 2021, 1.1.
 */
public record Contrast(double most) implements Augmentation {
    /** @throws IllegalArgumentException if the most is no share from 0 to 1 */
    public Contrast {
        Require.probability("Contrast: most", most);
    }

    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("Contrast", x);
        Tensor factor = Tensor.uniform(Shape.of(x.dim(0), 1, 1, 1), seed)
                .times(2)
                .minus(1)
                .times(most)
                .plus(1);
        Tensor mean = x.meanKeep(1, 2, 3);
        return x.minus(mean).times(factor).plus(mean);
    }
}
