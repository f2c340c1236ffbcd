package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * y = x², element by element, for x of any shape.
 *
 * <p>Backward: dx = 2 x dy.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: the note on matrix derivatives, 4.
 */
public final class Square implements Layer {
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
        return x.square();
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Square.backward", x);
        dy.require("Square.backward: dy", x.shape().toArray());
        return dy.times(x).times(2);
    }
}
