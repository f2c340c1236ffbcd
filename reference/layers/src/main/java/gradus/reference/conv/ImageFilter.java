package gradus.reference.conv;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * Filters that were known before filters were learned. Those of edges change sign when they are turned round: as they stand here, laid on
 * the image without turning, they answer with plus where it darkens from left to right.
 *
 * <p>Source: lecture 9; the summary's section on convolutions; endterm 2020, 4.
 */
public enum ImageFilter {
    /** Nothing where the image is even. */
    EDGE(1, -1, -1, -1, -1, 8, -1, -1, -1, -1),
    /** The mean of nine pixels. */
    BOX(9, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    /** The image, and what distinguishes a pixel from its four neighbours once more. */
    SHARPEN(1, 0, -1, 0, -1, 5, -1, 0, -1, 0),
    /** A mean in which near pixels count for more. */
    GAUSS(16, 1, 2, 1, 2, 4, 2, 1, 2, 1),
    /** Vertical edges. */
    SOBEL(1, 1, 0, -1, 2, 0, -2, 1, 0, -1),
    /** Vertical edges, more evenly in all directions. */
    SCHARR(1, 3, 0, -3, 10, 0, -10, 3, 0, -3),
    /** Vertical edges between two pixels; 2 × 2. */
    DIFFERENCE(1, 1, -1, 1, -1);

    private final double divisor;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out
    private final double[] weights;

    ImageFilter(double divisor, double... weights) {
        this.divisor = divisor;
        this.weights = weights;
    }

    /** The weights, (3, 3) or (2, 2). */
    public Tensor weights() {
        return Tensor.of(Shape.of(size(), size()), weights).divide(divisor);
    }

    private int size() {
        return (int) Math.sqrt(weights.length);
    }

    /** A layer that lays this filter on each channel of images; 3 × 3 keeps their size, 2 × 2 takes one row and one column. */
    public DepthwiseConv2d layer(int channels) {
        DepthwiseConv2d layer = new DepthwiseConv2d(channels, Window.of(size()).padding((size() - 1) / 2));
        layer.parameters().get(0).set(weights().broadcastTo(Shape.of(channels, 1, size(), size())));
        return layer;
    }
}
