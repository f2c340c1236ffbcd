package gradus.reference.conv;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;

/**
 * Slides one filter over each channel, which sees that channel alone: y[n, c] = b[c] + w[c] over x[n, c]. x is (N, C, H, W), w
 * (C, 1, KH, KW), b (C), y (N, C, OH, OW): a {@link Conv2d} of as many groups as channels, so the depth stays as it is.
 *
 * <p>Backward: that of {@link Conv2d}, channel by channel.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 10.
 */
public final class DepthwiseConv2d implements Layer {
    private final Conv2d each;

    /** Makes the layer for C channels, with w = 0 and b = 0. */
    public DepthwiseConv2d(int channels, Window window) {
        each = new Conv2d("DepthwiseConv2d", channels, channels, window, channels);
    }

    /**
     * Returns y (N, C, OH, OW).
     *
     * @param x (N, C, H, W)
     * @throws gradus.tensor.ShapeException if the images do not have C channels or do not suit the window
     */
    @Override
    public Tensor forward(Tensor x) {
        return each.forward(x);
    }

    /**
     * Adds to the gradients of w and b, and returns dx (N, C, H, W).
     *
     * @param dy (N, C, OH, OW)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        return each.backward(dy);
    }

    @Override
    public List<Parameter> parameters() {
        return each.parameters();
    }
}
