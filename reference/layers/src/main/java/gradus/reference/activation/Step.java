package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Says whether x has reached 0: y = 0 where x < 0, else 1, element by element, for x of any shape.
 *
 * <p>Backward: dx = 0, for it is level everywhere but at the jump; so nothing before it learns.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: the student summary.
 */
public final class Step implements Layer {
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
        return x.greaterEqual(0);
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Step.backward", x);
        dy.require("Step.backward: dy", x.shape().toArray());
        return Tensor.zeros(x.shape());
    }
}
