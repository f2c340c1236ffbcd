package gradus.reference.conv;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/**
 * Filters that were known before filters were learned, 3 × 3 each. Sobel and Scharr change sign when they are turned round: as they stand
 * here, laid on the image without turning, they answer with plus where it darkens from left to right.
 *
 * <p>Source: lecture 9 and the summary's section on convolutions.
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
    SCHARR(1, 3, 0, -3, 10, 0, -10, 3, 0, -3);

    private static final int SIZE = 3;

    private final Tensor weights;

    ImageFilter(double divisor, double... weights) {
        this.weights = Tensor.of(Shape.of(SIZE, SIZE), weights).divide(divisor);
    }

    /** The weights (3, 3), a copy. */
    public Tensor weights() {
        return weights.copy();
    }

    /** A layer that lays this filter on each channel of images, which keep their size. */
    public DepthwiseConv2d layer(int channels) {
        DepthwiseConv2d layer = new DepthwiseConv2d(channels, Window.of(SIZE).padding(SIZE / 2));
        layer.parameters().get(0).set(weights.broadcastTo(Shape.of(channels, 1, SIZE, SIZE)));
        return layer;
    }
}
