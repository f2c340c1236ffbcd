package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Makes each image lighter or darker: y = x + b, b uniform on ±most, one for the whole image. Not clipped.
 *
 * <p>Source: lecture 8.
 */
public record Brightness(double most) implements Augmentation {
    /** @throws IllegalArgumentException if the most is negative or not finite */
    public Brightness {
        Require.atLeastZero("Brightness: most", most);
    }

    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("Brightness", x);
        Tensor b = Tensor.uniform(Shape.of(x.dim(0), 1, 1, 1), seed)
                .times(2)
                .minus(1)
                .times(most);
        return x.plus(b);
    }
}
