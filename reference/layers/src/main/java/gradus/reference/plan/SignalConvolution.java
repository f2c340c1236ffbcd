package gradus.reference.plan;

import gradus.reference.conv.Conv1d;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * A convolution along a signal: (C, L) to (F, OL), with F · C / G · K weights and F biases, and as many multiplications as weights at every
 * one of OL places. The window is 1 × K. Immutable.
 *
 * <p>Source: lecture 9.
 */
public record SignalConvolution(int filters, Window window, int groups) implements Stage {
    /** @throws IllegalArgumentException if there are no filters, or the window is higher than 1 */
    public SignalConvolution {
        Require.positive("SignalConvolution: filters", filters);
        if (window.height() != 1) {
            throw new IllegalArgumentException("SignalConvolution: window: expected a height of 1 but got "
                    + window.height() + ". Window.of(1, 3) sees three neighbours.");
        }
    }

    /** Of one group. */
    public SignalConvolution(int filters, Window window) {
        this(filters, window, 1);
    }

    @Override
    public Measure after(Measure before) {
        Require.signal("SignalConvolution", before);
        Require.groups("SignalConvolution", before, filters, groups);
        int length = window.outputWidth(before.shape().dim(1));
        long weights = (long) filters * (before.channels() / groups) * window.width();
        return before.learns(weights + filters)
                .multiplies(weights * length)
                .sees(before.field().after(window))
                .to(filters, length);
    }

    @Override
    public Layer layer(Shape input) {
        return new Conv1d(input.dim(0), filters, window, groups);
    }
}
