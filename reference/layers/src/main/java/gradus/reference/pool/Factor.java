package gradus.reference.pool;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;

/** How many times larger images become. */
final class Factor {
    private Factor() {}

    static int require(String where, int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException(where + ": expected 1 or more but got " + factor + ".");
        }
        return factor;
    }

    /** Images (N, C, H, W) with K times the height and width: (N, C, K H, K W). */
    static Shape enlarged(String where, Shape images, int factor) {
        long height = (long) factor * images.dim(2);
        long width = (long) factor * images.dim(3);
        double entries = (double) images.dim(0) * images.dim(1) * height * width;
        if (Math.max(height, width) > Integer.MAX_VALUE || entries > Integer.MAX_VALUE) {
            throw new ShapeException(where + ": expected images that fit into an array when they are " + factor
                    + " times as high and wide but got " + images + ".");
        }
        return Shape.of(images.dim(0), images.dim(1), (int) height, (int) width);
    }
}
