package gradus.reference.pool;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Takes the mean of every channel: y[n, c] = 1/(H W) Σ x[n, c, i, j] over i and j; x (N, C, H, W), y (N, C). So an affine layer can follow
 * whatever the size of the images.
 *
 * <p>Backward: dx[n, c, i, j] = dy[n, c] / (H W).
 *
 * <p>Arguments are not written to; only the size of the images is kept.
 *
 * <p>Source: named in lecture 10.
 */
public final class GlobalAveragePool implements Layer {
    @Cached
    private Shape input; // (N, C, H, W)

    /**
     * Returns y (N, C); NaN for images without pixels.
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if {@code x} has other than four axes
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("GlobalAveragePool.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        input = x.shape();
        return x.sum(2, 3).divide(pixels());
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy (N, C)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("GlobalAveragePool.backward", input);
        dy.require("GlobalAveragePool.backward: dy", input.dim(0), input.dim(1));
        return dy.divide(pixels()).reshape(input.dim(0), input.dim(1), 1, 1).broadcastTo(input);
    }

    private double pixels() {
        return (double) input.dim(2) * input.dim(3);
    }
}
