package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Changes nothing: y = x, for x of any shape. Affine layers with only this between them are one affine layer.
 *
 * <p>Backward: dx = dy.
 *
 * <p>Arguments are not written to; y and dx are copies, and x is kept by reference until the next forward.
 *
 * <p>Source: lecture 3; NYU lecture 9, where it makes a linear regression of one unit.
 */
public final class Identity implements Layer {
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
        return x.copy();
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Identity.backward", x);
        dy.require("Identity.backward: dy", x.shape().toArray());
        return dy.copy();
    }
}
