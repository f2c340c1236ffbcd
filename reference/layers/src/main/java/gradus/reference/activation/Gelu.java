package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/**
 * Lets through as much of x as standard normal numbers lie below it: y = x Φ(x), element by element, for x of any shape,
 * with Φ(x) = (1 + erf(x / √2)) / 2. This is the exact form, not the one with a tanh.
 *
 * <p>Backward: dx = dy (Φ(x) + x φ(x)), with φ(x) = exp(-x² / 2) / √(2π), the slope of Φ.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: Hendrycks and Gimpel (2016), Gaussian error linear units.
 */
public final class Gelu implements Layer {
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
        return x.times(below());
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Gelu.backward", x);
        dy.require("Gelu.backward: dy", x.shape().toArray());
        Tensor density = x.square().divide(-2).exp().divide(Math.sqrt(2 * Math.PI));
        return dy.times(below().plus(x.times(density)));
    }

    /** Φ(x), the share of standard normal numbers below x. */
    private Tensor below() {
        return x.divide(Math.sqrt(2)).erf().plus(1).divide(2);
    }
}
