package gradus.reference.train.augment;

import gradus.reference.conv.ImageFilter;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Makes each image unsharp with probability p, by the 3 × 3 Gauss filter on every channel, with zeros around.
 *
 * <p>Source: lecture 8; lecture 9 (the filter).
 */
public record Blur(double p) implements Augmentation {
    /** @throws IllegalArgumentException if p is no probability */
    public Blur {
        Require.probability("Blur: p", p);
    }

    /** Image n is blurred iff number n of the seed is below p. */
    @Override
    public Tensor apply(Tensor x, Seed seed) {
        Require.images("Blur", x);
        Tensor blurred = Tensor.bernoulli(Shape.of(x.dim(0), 1, 1, 1), p, seed);
        return blurred.where(ImageFilter.GAUSS.layer(x.dim(1)).forward(x), x);
    }
}
