package gradus.reference.pool;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * Takes the mean of every window: y[n, c, i, j] = 1/(KH KW) Σ x[n, c, S i + D k - P, S j + D l - P] over k and l. x is (N, C, H, W), y
 * (N, C, OH, OW) with OH = ⌊(H + 2P - D (KH - 1) - 1) / S⌋ + 1, OW likewise.
 *
 * <p>The divisor is KH KW at the border too: padding counts as zeros, there and on the way back. So it is the depthwise convolution with
 * all weights 1/(KH KW).
 *
 * <p>Backward: each entry of dy is spread evenly, 1/(KH KW) of it to every pixel of its window.
 *
 * <p>Arguments are not written to; only the size of the images is kept.
 *
 * <p>Source: lecture 9.
 */
public final class AveragePool2d implements Layer {
    private final Window window;

    @Cached
    private Shape input; // (N, C, H, W)

    @Cached
    private Shape output; // (N, C, OH, OW)

    /** Makes the layer; unlike the maximum, a mean may see padding alone, and is 0 then. The window's stride is 1 unless it is said. */
    public AveragePool2d(Window window) {
        this.window = window;
    }

    /**
     * Returns y (N, C, OH, OW).
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if the images are smaller than the window, or leave a rest that a strict window refuses
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("AveragePool2d.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        Tensor y = Kernels.current().averagePool(x, window);
        input = x.shape();
        output = y.shape();
        return y;
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy (N, C, OH, OW)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("AveragePool2d.backward", output);
        dy.require("AveragePool2d.backward: dy", output.toArray());
        return Kernels.current().averagePoolBackward(dy, window, input.dim(2), input.dim(3));
    }
}
