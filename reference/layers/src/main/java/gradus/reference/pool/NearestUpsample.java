package gradus.reference.pool;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Repeats every pixel in a block of K × K: y[n, c, i, j] = x[n, c, ⌊i/K⌋, ⌊j/K⌋]; x (N, C, H, W), y (N, C, K H, K W). It copies the nearest
 * pixel, and takes no mean.
 *
 * <p>Backward: dx is the sum of dy over each block.
 *
 * <p>Arguments are not written to; only the size of the images is kept.
 *
 * <p>Source: lecture 10.
 */
public final class NearestUpsample implements Layer {
    private final int factor;

    @Cached
    private Shape input; // (N, C, H, W)

    @Cached
    private Shape output; // (N, C, K H, K W)

    /** @throws IllegalArgumentException if the factor is below 1 */
    public NearestUpsample(int factor) {
        this.factor = Factor.require("NearestUpsample: factor", factor);
    }

    /**
     * Returns y (N, C, K H, K W).
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if {@code x} has other than four axes, or y is too large for an array
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("NearestUpsample.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        output = Factor.enlarged("NearestUpsample.forward: x", x.shape(), factor);
        input = x.shape();
        return x.reshape(blocks(1)).broadcastTo(blocks(factor)).reshape(output);
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy (N, C, K H, K W)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("NearestUpsample.backward", input);
        dy.require("NearestUpsample.backward: dy", output.toArray());
        return dy.reshape(blocks(factor)).sum(3, 5);
    }

    /** (N, C, H, K, W, K). */
    private Shape blocks(int k) {
        return Shape.of(input.dim(0), input.dim(1), input.dim(2), k, input.dim(3), k);
    }
}
