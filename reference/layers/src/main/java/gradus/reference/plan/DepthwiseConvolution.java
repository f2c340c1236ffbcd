package gradus.reference.plan;

import gradus.reference.conv.DepthwiseConv2d;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * A filter for each channel by itself: (C, H, W) to (C, OH, OW), with C · KH · KW weights and C biases, and as many multiplications as
 * weights at every one of OH · OW places: a {@link Convolution} of C filters in C groups. Immutable.
 *
 * <p>Source: lecture 10.
 */
public record DepthwiseConvolution(Window window) implements Stage {
    @Override
    public Measure after(Measure before) {
        Require.image("DepthwiseConvolution", before);
        return Convolution.grouped(before.channels(), window, before.channels()).after(before);
    }

    @Override
    public Layer layer(Shape input) {
        return new DepthwiseConv2d(input.dim(0), window);
    }
}
