package gradus.reference.plan;

import gradus.reference.conv.SeparableConv2d;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * A convolution in two steps, channel by channel and then pixel by pixel: (C, H, W) to (F, OH, OW), with C · KH · KW + F · C weights and F
 * biases, and as many multiplications as weights at every one of OH · OW places. Immutable.
 *
 * <p>Source: lecture 10.
 */
public record SeparableConvolution(int filters, Window window) implements Stage {
    /** @throws IllegalArgumentException if there are no filters */
    public SeparableConvolution {
        Require.positive("SeparableConvolution: filters", filters);
    }

    @Override
    public Measure after(Measure before) {
        Require.image("SeparableConvolution", before);
        int channels = before.channels();
        Stage depthwise = new Convolution(channels, window, channels, false);
        return Stage.of(depthwise, Convolution.of(filters, Window.of(1))).after(before);
    }

    @Override
    public Layer layer(Shape input) {
        return new SeparableConv2d(input.dim(0), filters, window);
    }
}
