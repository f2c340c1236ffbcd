package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * An {@link Elu} that keeps mean 0 and variance 1 from layer to layer: y = s x where x > 0, else s α (exp(x) - 1), element
 * by element, for x of any shape, with s = 1.0507… and α = 1.6733….
 *
 * <p>Backward: dx = s dy where x > 0, else s dy α exp(x).
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: Klambauer, Unterthiner, Mayr and Hochreiter (2017), Self-normalizing neural networks, which gives both numbers.
 */
public final class Selu implements Layer {
    private static final double SCALE = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    private final Elu elu = new Elu(ALPHA);

    @Cached
    private Tensor x;

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return elu.forward(x).times(SCALE);
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Selu.backward", x);
        dy.require("Selu.backward: dy", x.shape().toArray());
        return elu.backward(dy).times(SCALE);
    }
}
