package gradus.reference.dense;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/**
 * Lays every sample out as one row: x (N, C, H, W) becomes y (N, C H W), channel by channel and each channel row by row; so
 * for any axes behind the first.
 *
 * <p>Backward: dx is dy in the shape of x. Any order of the entries would do if the weights that follow agree with it.
 *
 * <p>Arguments are not written to; only the shape of x is kept, until the next forward.
 *
 * <p>Source: the note on matrix derivatives, 1; the student summary; endterm 2022, 4.
 */
public final class Flatten implements Layer {
    @Cached
    private Shape shape; // (N, …)

    /**
     * Returns y, (N, the number of entries of a sample).
     *
     * @param x (N, …)
     * @throws ShapeException if {@code x} is a single number
     */
    @Override
    public Tensor forward(Tensor x) {
        if (x.rank() == 0) {
            throw new ShapeException("Flatten.forward: x: expected shape (any, …) but got ().");
        }
        shape = x.shape();
        return x.reshape(flat());
    }

    /**
     * Returns dx, shaped like x.
     *
     * @param dy the gradient of the loss with respect to y, shaped like y
     * @throws ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Flatten.backward", shape);
        return dy.require("Flatten.backward: dy", flat().toArray()).reshape(shape);
    }

    private Shape flat() {
        return Shape.of(shape.dim(0), shape.with(0, 1).size());
    }
}
