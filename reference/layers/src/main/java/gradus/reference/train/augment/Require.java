package gradus.reference.train.augment;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/** What images and the numbers of a change must fulfil, and the sentences where they do not. */
final class Require {
    private Require() {}

    static Tensor images(String where, Tensor x) {
        return x.require(where + ".apply: x", Shape.ANY, Shape.ANY, Shape.ANY, Shape.ANY);
    }

    static void probability(String where, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(where + ": expected a probability from 0 to 1 but got " + p + ".");
        }
    }

    static void atLeastZero(String where, double number) {
        if (!(number >= 0 && number < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    where + ": expected a finite number of 0 or more but got " + number + ".");
        }
    }

    static void positive(String where, int pixels) {
        if (pixels < 1) {
            throw new IllegalArgumentException(where + ": expected 1 pixel or more but got " + pixels + ".");
        }
    }

    /** Crops lie within the images. */
    static void room(String where, Tensor x, int height, int width) {
        if (x.dim(2) < height || x.dim(3) < width) {
            throw new ShapeException(where + ".apply: x: expected images of " + height + " x " + width
                    + " pixels or more but got " + x.shape() + ".");
        }
    }
}
