package gradus.reference.pool;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;

/**
 * Makes images K times as large, linearly between pixels, down and across: y = a x bᵀ for every image, with x (N, C, H, W), y
 * (N, C, K H, K W), a (K H, H), b (K W, W).
 *
 * <p>Pixels are squares, and corners of squares are aligned (PyTorch's {@code align_corners=false}): the middle of pixel i of y lies at
 * s = (i + ½)/K - ½ on x, moved into 0 … H - 1, and pixel j of x counts for max(0, 1 - |s - j|): that is a[i, j].
 *
 * <p>Backward: dx = aᵀ dy b.
 *
 * <p>Arguments are not written to; only the size of the images is kept.
 *
 * <p>Source: lecture 10, which leaves the corners open.
 */
public final class BilinearUpsample implements Layer {
    private final int factor;

    @Cached
    private Shape input; // (N, C, H, W)

    @Cached
    private Shape output; // (N, C, K H, K W)

    /** @throws IllegalArgumentException if the factor is below 1 */
    public BilinearUpsample(int factor) {
        this.factor = Factor.require("BilinearUpsample: factor", factor);
    }

    /**
     * Returns y (N, C, K H, K W).
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if {@code x} has other than four axes, or y is too large for an array
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("BilinearUpsample.forward: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
        output = Factor.enlarged("BilinearUpsample.forward: x", x.shape(), factor);
        input = x.shape();
        Tensor across = x.matmulTransposed(weights(x.dim(3))); // x bᵀ
        return across.transpose().matmulTransposed(weights(x.dim(2))).transpose(); // (acrossᵀ aᵀ)ᵀ = a across
    }

    /**
     * Returns dx (N, C, H, W).
     *
     * @param dy (N, C, K H, K W)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("BilinearUpsample.backward", input);
        dy.require("BilinearUpsample.backward: dy", output.toArray());
        Tensor across = dy.matmul(weights(input.dim(3))); // dy b
        return across.transpose().matmul(weights(input.dim(2))).transpose(); // (acrossᵀ a)ᵀ = aᵀ across
    }

    /** (K n, n). */
    private Tensor weights(int n) {
        Tensor places = numbers(factor * n)
                .plus(0.5)
                .divide(factor)
                .minus(0.5)
                .maximum(0)
                .minimum(n - 1);
        return places.expand(1).minus(numbers(n)).abs().oneMinus().maximum(0);
    }

    /** 0, 1, … n - 1. */
    private static Tensor numbers(int n) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> i);
        return Tensor.of(numbers);
    }
}
