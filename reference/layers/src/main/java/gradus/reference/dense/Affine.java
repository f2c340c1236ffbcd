package gradus.reference.dense;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Maps each row affinely: y = x w + b, with x (N, D), w (D, M), b (M), y (N, M).
 *
 * <p>Backward: dx = dy wᵀ; dw += xᵀ dy; db += the sum of the rows of dy. Nothing is divided by N: that is the loss's
 * part.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: matrix derivatives, 3; lecture 3; endterm 2022, 2.2-2.3; winter 2022, 6.4.
 */
public final class Affine implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x; // (N, D)

    /** Makes the layer from D inputs to M outputs, with w = 0 and b = 0. */
    public Affine(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    /**
     * Returns y (N, M).
     *
     * @param x (N, D)
     * @throws gradus.tensor.ShapeException if the rows of {@code x} do not have D entries
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("Affine.forward: x", Shape.ANY, w.value().dim(0));
        this.x = x;
        return x.matmul(w.value()).plus(b.value());
    }

    /**
     * Adds to the gradients of w and b, and returns dx (N, D).
     *
     * @param dy the gradient of the loss with respect to y, (N, M)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Affine.backward", x);
        dy.require("Affine.backward: dy", x.dim(0), w.value().dim(1));
        w.addGradient(x.transposedMatmul(dy));
        b.addGradient(dy.sum(0));
        return dy.matmulTransposed(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
