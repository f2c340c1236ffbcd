package gradus.reference.plan;

import gradus.reference.conv.TransposedConv2d;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Window;

/**
 * An up-convolution: (C, H, W) to (F, S (H - 1) + KH - 2 P, …), with C · F · KH · KW weights and F biases, and as many multiplications
 * as weights at every one of H · W places. Immutable.
 *
 * <p>Source: lecture 10; endterm 2021, 5 (segmentation).
 */
public record TransposedConvolution(int filters, Window window) implements Stage {
    /** @throws IllegalArgumentException if there are no filters */
    public TransposedConvolution {
        Require.positive("TransposedConvolution: filters", filters);
    }

    /** @throws gradus.tensor.ShapeException if there is no image, the padding cuts everything off, or too much comes out */
    @Override
    public Measure after(Measure before) {
        Require.image("TransposedConvolution", before);
        long weights = (long) before.channels() * filters * window.height() * window.width();
        return before.learns(weights + filters)
                .multiplies(weights * before.height() * before.width())
                .sees(before.field().enlarged(window))
                .to(Shape.of(
                        filters,
                        enlarged(before.height(), window.spanHeight()),
                        enlarged(before.width(), window.spanWidth())));
    }

    private int enlarged(int length, int span) {
        return Require.side(
                "TransposedConvolution", length, window.stride() * (length - 1L) + span - 2L * window.padding());
    }

    @Override
    public Layer layer(Shape input) {
        return new TransposedConv2d(input.dim(0), filters, window);
    }
}
