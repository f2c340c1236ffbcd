package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Squashes to (-1, 1): y = tanh(x), element by element, for x of any shape.
 *
 * <p>Backward: dx = dy (1 - y²), from the output alone.
 *
 * <p>Arguments are not written to; y is kept by reference until the next forward.
 *
 * <p>Source: lecture 7; lecture 11.
 */
public final class Tanh implements Layer {
    @Cached
    private Tensor y;

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        y = x.tanh();
        return y;
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Tanh.backward", y);
        dy.require("Tanh.backward: dy", y.shape().toArray());
        return dy.times(y.square().oneMinus());
    }
}
