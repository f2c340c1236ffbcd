package gradus.reference.pool;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Spreads the pixels S apart and fills with zeros: y[n, c, S i, S j] = x[n, c, i, j], 0 elsewhere; x (N, C, H, W), y (N, C, S H, S W). A
 * convolution after it makes what is called up-convolution.
 *
 * <p>Backward: dx[n, c, i, j] = dy[n, c, S i, S j].
 *
 * <p>Arguments are not written to; only the size of y is kept.
 *
 * <p>Source: lecture 10.
 */
public final class Unpool2d implements Layer {
    private final int stride;

    @Cached
    private Shape output; // (N, C, S H, S W)

    /** @throws IllegalArgumentException if the stride is below 1 */
    public Unpool2d(int stride) {
        this.stride = Factor.require("Unpool2d: stride", stride);
    }

    /**
     * Returns y (N, C, S H, S W).
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if {@code x} has other than four axes, or y is too large for an array
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("Unpool2d.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        output = Factor.enlarged("Unpool2d.forward: x", x.shape(), stride);
        return spread(spread(x, 2), 3);
    }

    private Tensor spread(Tensor x, int axis) {
        Tensor y = Tensor.zeros(x.shape().with(axis, stride * x.dim(axis)));
        y.add(axis, 0, stride, x);
        return y;
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy (N, C, S H, S W)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Unpool2d.backward", output);
        dy.require("Unpool2d.backward: dy", output.toArray());
        return dy.slice(2, 0, dy.dim(2), stride).slice(3, 0, dy.dim(3), stride);
    }
}
