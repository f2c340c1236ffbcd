package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * The side of 0 on which x lies: y = -1, 0 or 1, element by element, for x of any shape. At 0, which the lectures leave
 * open, it is 0.
 *
 * <p>Backward: dx = 0, for it is level everywhere but at the jump; the perceptron learns by a rule of its own.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: ECE lecture 4; NYU lecture 9.
 */
public final class Sign implements Layer {
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
        return x.sign();
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Sign.backward", x);
        dy.require("Sign.backward: dy", x.shape().toArray());
        return Tensor.zeros(x.shape());
    }
}
