package gradus.reference.pool;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * Keeps the greatest pixel of every window: y[n, c, i, j] = max x[n, c, S i + D k - P, S j + D l - P] over k and l; pixels outside count as
 * -∞, and are never chosen. x is (N, C, H, W), y (N, C, OH, OW) with OH = ⌊(H + 2P - D (KH - 1) - 1) / S⌋ + 1, OW likewise.
 *
 * <p>Backward: each entry of dy goes to the pixel that won, the first of equal ones, row by row; one that won in several windows gets the
 * sum.
 *
 * <p>A stride must be said: {@code Window.of(2)} moves by 1, the usual halving is {@code Window.of(2).stride(2)}. NaN wins over all.
 *
 * <p>Arguments are not written to; the positions of the winners are kept.
 *
 * <p>Source: lecture 9; endterm 2022, 1.7. Which of equal pixels wins is nowhere printed.
 */
public final class MaxPool2d implements Layer {
    private final Window window;

    @Cached
    private IntTensor positions; // (N, C, OH, OW)

    @Cached
    private Shape input; // (N, C, H, W)

    /** @throws IllegalArgumentException if the padding is more than half of the window: some would see no pixel */
    public MaxPool2d(Window window) {
        int smaller = Math.min(window.height(), window.width());
        if (window.padding() > smaller / 2) {
            throw new IllegalArgumentException(
                    "MaxPool2d: padding: expected at most half of " + smaller + " but got " + window.padding() + ".");
        }
        this.window = window;
    }

    /**
     * Returns y (N, C, OH, OW).
     *
     * @param x (N, C, H, W)
     * @throws ShapeException if the images are smaller than the window or its gaps, or leave a rest that a strict window refuses
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("MaxPool2d.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        requireSeen(Math.min(x.dim(2), x.dim(3)));
        Kernels.Maxima maxima = Kernels.current().maxPool(x, window);
        input = x.shape();
        positions = maxima.positions();
        return maxima.values();
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy (N, C, OH, OW)
     * @throws ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("MaxPool2d.backward", positions);
        dy.require("MaxPool2d.backward: dy", positions.shape().toArray());
        return Kernels.current().maxPoolBackward(dy, positions, window, input.dim(2), input.dim(3));
    }

    /** An image narrower than the gaps of a dilated window can slip through them, where there is padding. */
    private void requireSeen(int shorter) {
        if (window.padding() > 0 && shorter < window.dilation()) {
            throw new ShapeException("MaxPool2d.forward: x: expected images of " + window.dilation()
                    + " pixels or more but got " + shorter + ". A dilated window would see padding alone.");
        }
    }
}
