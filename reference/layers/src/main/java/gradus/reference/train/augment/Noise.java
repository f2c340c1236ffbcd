package gradus.reference.train.augment;

import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/**
 * Adds Gaussian noise of mean 0 to every entry: y = x + deviation · z. For inputs of any shape.
 *
 * <p>Source: winter 2021, 1.1.
 */
public record Noise(double deviation) implements Augmentation {
    /** @throws IllegalArgumentException if the deviation is negative or not finite */
    public Noise {
        Require.atLeastZero("Noise: deviation", deviation);
    }

    @Override
    public Tensor apply(Tensor x, Seed seed) {
        return x.plus(Tensor.normal(x.shape(), seed).times(deviation));
    }
}
