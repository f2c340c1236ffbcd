package gradus.reference.norm;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Tensor;

/**
 * Drops each entry with probability p in training, and enlarges the others: y = m x / (1 - p), with m 0 or 1 for each
 * entry of x, any shape. In use y = x: the mean over the masks is x already ("inverted" dropout).
 *
 * <p>Backward: dx = m dy / (1 - p), the mask of the forward; in use dx = dy.
 *
 * <p>p is the probability of dropping. Entry i is dropped if number i of {@code Tensor.uniform(shape, seed)} is below p;
 * the first forward in training has the seed given, each later one the next. In use nothing is drawn.
 *
 * <p>Two of them in a row, with p and q, drop with probability p + q - p q, not p + q - 2 p q as one exam prints.
 *
 * <p>Arguments are not written to; the mask is kept until the next forward.
 *
 * <p>Source: lecture 8 (which scales in use: {@link TestScaledDropout}); winter 2022, 1.5 and 2.5.
 */
public final class Dropout implements Layer {
    private final Coins coins;
    private Mode mode = Mode.TRAIN;

    @Cached
    private Tensor factor; // m / (1 - p), shaped like x

    /**
     * Makes the layer.
     *
     * @param p the probability of dropping an entry, from 0 to below 1
     */
    public Dropout(double p, Seed seed) {
        coins = new Coins("Dropout", p, seed);
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape
     */
    @Override
    public Tensor forward(Tensor x) {
        factor = mode == Mode.TRAIN ? coins.toss(x.shape()).divide(coins.keeping()) : Tensor.ones(x.shape());
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
        Forward.first("Dropout.backward", factor);
        dy.require("Dropout.backward: dy", factor.shape().toArray());
        return dy.times(factor);
    }

    @Override
    public void mode(Mode mode) {
        this.mode = mode;
    }
}
