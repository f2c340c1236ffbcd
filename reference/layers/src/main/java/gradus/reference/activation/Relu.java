package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Keeps what is positive: y = max(0, x), element by element, for x of any shape.
 *
 * <p>Backward: dx = dy where x > 0, else 0. At x = 0, where the slope jumps, it is 0 by convention.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 4; lecture 7; endterm 2020, 6d.
 */
public final class Relu implements Layer {
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
        return x.maximum(0);
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Relu.backward", x);
        dy.require("Relu.backward: dy", x.shape().toArray());
        return dy.times(x.greater(0));
    }
}
