package gradus.reference.norm;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Mode;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Drops whole feature maps: in training y = m x / (1 - p), with x and y (N, C, H, W) and m 0 or 1 for each map, (N, C, 1,
 * 1); in use y = x. Neighbouring pixels tell nearly the same, so that dropping single ones takes little away.
 *
 * <p>Backward: dx = m dy / (1 - p), the mask of the forward; in use dx = dy.
 *
 * <p>p is the probability of dropping. Map i, counted over N and C, is dropped if number i of the seed is below p; seeds
 * follow one another as in {@link Dropout}. Arguments are not written to; the mask is kept until the next forward.
 *
 * <p>Source: summary, spatial dropout.
 */
public final class SpatialDropout implements Layer {
    private final Coins coins;
    private Mode mode = Mode.TRAIN;

    @Cached
    private Tensor factor; // m / (1 - p), (N, C, 1, 1)

    @Cached
    private Shape shape; // (N, C, H, W)

    /**
     * Makes the layer.
     *
     * @param p the probability of dropping a map, from 0 to below 1
     */
    public SpatialDropout(double p, Seed seed) {
        coins = new Coins("SpatialDropout", p, seed);
    }

    /**
     * Returns y (N, C, H, W).
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if {@code x} is not a batch of images
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("SpatialDropout.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        shape = x.shape();
        Shape maps = Shape.of(x.dim(0), x.dim(1), 1, 1);
        factor = mode == Mode.TRAIN ? coins.toss(maps).divide(coins.keeping()) : Tensor.ones(maps);
        return x.times(factor);
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy the gradient of the loss with respect to y, (N, C, H, W)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("SpatialDropout.backward", factor);
        dy.require("SpatialDropout.backward: dy", shape.toArray());
        return dy.times(factor);
    }

    @Override
    public void mode(Mode mode) {
        this.mode = mode;
    }
}
