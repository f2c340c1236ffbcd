package gradus.reference.net;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * A fixed factor: y = factor · x, and backward dx = factor · dy. In a residual branch, 1 / L keeps a net of L blocks from growing
 * with its depth; with L blocks it is Euler's method, in steps of 1 / L, for dx/ds = branch(x).
 *
 * <p>Source: the notes on neural nets, scaled residual blocks.
 */
public final class Scale implements Layer {
    private final double factor;

    @Cached
    private Shape shape;

    public Scale(double factor) {
        this.factor = factor;
    }

    @Override
    public Tensor forward(Tensor x) {
        shape = x.shape();
        return x.times(factor);
    }

    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Scale.backward", shape);
        return dy.require("Scale.backward: dy", shape.toArray()).times(factor);
    }
}
