package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * A smooth ReLU: y = ln(1 + exp(x)), element by element, for x of any shape.
 *
 * <p>Backward: dx = dy σ(x), with σ the {@link Sigmoid}.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: winter 2022, 2.2.
 */
public final class Softplus implements Layer {
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
        Tensor e = x.abs().negate().exp(); // at most 1, so it cannot overflow: ln(1 + exp(x)) = x + ln(1 + exp(-x))
        return x.maximum(0).plus(e.log1p());
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Softplus.backward", x);
        dy.require("Softplus.backward: dy", x.shape().toArray());
        return dy.times(new Sigmoid().forward(x));
    }
}
