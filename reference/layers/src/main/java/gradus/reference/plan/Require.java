package gradus.reference.plan;

import gradus.tensor.ShapeException;

/** What stages expect of their numbers, and before them. */
final class Require {
    private Require() {}

    static void positive(String where, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(where + ": expected 1 or more but got " + count + ".");
        }
    }

    static void image(String stage, Measure before) {
        if (before.shape().rank() != 3) {
            throw new ShapeException(stage + ": expected an image (C, H, W) before it but got " + before.shape() + ".");
        }
    }

    static void vector(String stage, Measure before) {
        if (before.shape().rank() != 1) {
            throw new ShapeException(stage + ": expected a vector (D) before it but got " + before.shape()
                    + ". Put a Flattening between.");
        }
    }

    static void groups(Measure before, int filters, int groups) {
        if (groups < 1 || before.channels() % groups != 0 || filters % groups != 0) {
            throw new ShapeException("Convolution: expected groups that divide " + before.channels() + " channels and "
                    + filters + " filters but got " + groups + ".");
        }
    }

    static void equal(String stage, Measure one, Measure other) {
        if (!one.shape().equals(other.shape())) {
            throw new ShapeException(stage + ": " + one.shape() + " and " + other.shape() + " cannot be added.");
        }
    }
}
