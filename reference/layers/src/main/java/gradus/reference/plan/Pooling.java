package gradus.reference.plan;

import gradus.reference.pool.AveragePool2d;
import gradus.reference.pool.MaxPool2d;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * The greatest or the mean of every window, channel by channel: (C, H, W) to (C, OH, OW) with OH = ⌊(H + 2P - KH) / S⌋ + 1 and OW likewise.
 * Nothing to learn. Immutable.
 *
 * <p>Source: lecture 9.
 */
public record Pooling(Kind kind, Window window) implements Stage {
    /** What is kept of a window. */
    public enum Kind {
        MAX,
        AVERAGE
    }

    /** The maxima of size × size, side by side. */
    public static Pooling max(int size) {
        return new Pooling(Kind.MAX, Window.of(size).stride(size));
    }

    /** The means of size × size, side by side. */
    public static Pooling average(int size) {
        return new Pooling(Kind.AVERAGE, Window.of(size).stride(size));
    }

    /** @throws gradus.tensor.ShapeException if there is no image, or a smaller one than the window */
    @Override
    public Measure after(Measure before) {
        Require.image("Pooling", before);
        return before.sees(before.field().after(window))
                .to(Shape.of(
                        before.channels(), window.outputHeight(before.height()), window.outputWidth(before.width())));
    }

    @Override
    public Layer layer(Shape input) {
        return kind == Kind.MAX ? new MaxPool2d(window) : new AveragePool2d(window);
    }
}
