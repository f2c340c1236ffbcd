package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Keeps what is positive and bends the rest towards -α: y = x where x > 0, else α (exp(x) - 1), element by element, for x of
 * any shape. α = 1 is customary.
 *
 * <p>Backward: dx = dy where x > 0, else dy α exp(x); so at x = 0 the slope is α.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 3; the student summary.
 */
public final class Elu implements Layer {
    private final double alpha;

    @Cached
    private Tensor x;

    /**
     * Makes the layer.
     *
     * @param alpha how far below 0 the answers go
     * @throws IllegalArgumentException if α is not finite
     */
    public Elu(double alpha) {
        if (!Double.isFinite(alpha)) {
            throw new IllegalArgumentException("Elu: alpha: expected a finite number but got " + alpha + ".");
        }
        this.alpha = alpha;
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        Tensor expLessOne = x.divide(2).tanh().times(x.exp().plus(1)); // keeps its digits near 0
        return x.greater(0).where(x, expLessOne.times(alpha));
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Elu.backward", x);
        dy.require("Elu.backward: dy", x.shape().toArray());
        return x.greater(0).where(dy, dy.times(x.exp()).times(alpha));
    }
}
