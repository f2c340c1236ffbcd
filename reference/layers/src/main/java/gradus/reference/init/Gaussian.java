package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * N(0, deviation²), whatever the shape.
 *
 * <p>Small (0.01), and the activations of a deep tanh net shrink to 0 from layer to layer, and with them the gradients of
 * the weights. Large (1), and the tanh saturate, so that no gradient comes back through them. {@link XavierNormal} lies
 * between.
 *
 * <p>Source: lecture 7; endterm 2020, 2.
 */
public record Gaussian(double deviation) implements Initializer {
    public Gaussian {
        if (!(deviation >= 0)) {
            throw new IllegalArgumentException(
                    "Gaussian: deviation: expected a number of 0 or more but got " + deviation + ".");
        }
    }

    @Override
    public Tensor create(Shape shape, Seed seed) {
        return Distribution.NORMAL.draw(shape, deviation * deviation, seed);
    }
}
