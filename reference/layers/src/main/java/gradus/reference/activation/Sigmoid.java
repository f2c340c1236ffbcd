package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Squashes to (0, 1): y = 1 / (1 + exp(-x)), element by element, for x of any shape.
 *
 * <p>Backward: dx = dy y (1 - y), from the output alone; the slope is 1/4 at most.
 *
 * <p>Arguments are not written to; y is kept by reference until the next forward.
 *
 * <p>Source: lecture 4; lecture 7; winter 2022, 6.1-6.3.
 */
public final class Sigmoid implements Layer {
    @Cached
    private Tensor y;

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.abs().negate().exp(); // at most 1, so it cannot overflow
        y = x.greaterEqual(0).where(1, e).divide(e.plus(1));
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
        Forward.first("Sigmoid.backward", y);
        dy.require("Sigmoid.backward: dy", y.shape().toArray());
        return dy.times(y).times(y.oneMinus());
    }
}
