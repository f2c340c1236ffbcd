package gradus.reference.net;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * A fixed factor: y = factor · x, with x and y of any one shape.
 *
 * <p>Backward: dx = factor · dy.
 *
 * <p>In a residual branch, 1 / L keeps a net of L blocks from growing with its depth; with L blocks it is Euler's method, in steps of 1 / L, for
 * dx/ds = branch(x). Arguments are not written to; only the shape of x is kept.
 *
 * <p>Source: the notes on neural nets, scaled residual blocks.
 */
public final class Scale implements Layer {
    private final double factor;

    @Cached
    private Shape shape;

    /** Makes the layer; any factor will do. */
    public Scale(double factor) {
        this.factor = factor;
    }

    /**
     * Returns y, shaped like x.
     *
     * @param x any shape (…)
     */
    @Override
    public Tensor forward(Tensor x) {
        shape = x.shape();
        return x.times(factor);
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y (…), shaped like y
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Scale.backward", shape);
        return dy.require("Scale.backward: dy", shape.toArray()).times(factor);
    }
}
