package gradus.reference.norm;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/**
 * Dropout as the lecture has it: in training y = m x, with m 0 with probability p and else 1 for each entry of x, any
 * shape; in use y = (1 - p) x, which is the mean over the masks. For θ₁x₁ + θ₂x₂ and p = 1/2 that is ½ (θ₁x₁ + θ₂x₂).
 *
 * <p>Backward: dx = m dy, the mask of the forward; in use dx = (1 - p) dy.
 *
 * <p>p is the probability of dropping; the lecture multiplies by "p", the same only at 1/2. Masks are drawn as in {@link
 * Dropout}. Arguments are not written to; the mask is kept until the next forward.
 *
 * <p>Source: lecture 8.
 */
public final class TestScaledDropout implements Layer {
    private final Coins coins;
    private Mode mode = Mode.TRAIN;

    @Cached
    private Tensor factor; // m or 1 - p, shaped like x

    /**
     * Makes the layer.
     *
     * @param p the probability of dropping an entry, from 0 to below 1
     */
    public TestScaledDropout(double p, Seed seed) {
        coins = new Coins("TestScaledDropout", p, seed);
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape
     */
    @Override
    public Tensor forward(Tensor x) {
        factor = mode == Mode.TRAIN ? coins.toss(x.shape()) : Tensor.full(x.shape(), coins.keeping());
        return x.times(factor);
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("TestScaledDropout.backward", factor);
        dy.require("TestScaledDropout.backward: dy", factor.shape().toArray());
        return dy.times(factor);
    }

    @Override
    public void mode(Mode mode) {
        this.mode = mode;
    }
}
