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
        shape(before.shape().rank() == 3, stage, "an image (C, H, W)", before, "");
    }

    static void sequence(String stage, Measure before) {
        shape(before.shape().rank() == 2, stage, "a sequence (T, D)", before, "");
    }

    static void signal(String stage, Measure before) {
        shape(before.shape().rank() == 2, stage, "a signal (C, L)", before, "");
    }

    static void tokens(String stage, Measure before) {
        shape(before.shape().rank() == 1, stage, "tokens (T)", before, "");
    }

    static void vector(String stage, Measure before) {
        shape(before.shape().rank() == 1, stage, "a vector (D)", before, " Put a Flattening between.");
    }

    /** Any shape but one of so many axes. */
    static void not(int rank, String stage, String expected, Measure before) {
        shape(before.shape().rank() != rank, stage, expected, before, "");
    }

    private static void shape(boolean fits, String stage, String expected, Measure before, String hint) {
        if (!fits) {
            throw new ShapeException(
                    stage + ": expected " + expected + " before it but got " + before.shape() + "." + hint);
        }
    }

    static void groups(String stage, Measure before, int filters, int groups) {
        if (groups < 1 || before.channels() % groups != 0 || filters % groups != 0) {
            throw new ShapeException(stage + ": expected groups that divide " + before.channels() + " channels and "
                    + filters + " filters but got " + groups + ".");
        }
    }

    /** The length that a side of an image grows to. */
    static int side(String stage, int length, long size) {
        if (size < 1 || size > Integer.MAX_VALUE) {
            throw new ShapeException(stage + ": expected images of 1 to " + Integer.MAX_VALUE + " pixels a side but "
                    + length + " pixels give " + size + ".");
        }
        return (int) size;
    }

    static void heads(String stage, int width, int heads) {
        if (width % heads != 0) {
            throw new ShapeException(
                    stage + ": expected heads that divide the width " + width + " but got " + heads + ".");
        }
    }

    static void equal(String stage, Measure one, Measure other) {
        if (!one.shape().equals(other.shape())) {
            throw new ShapeException(stage + ": " + one.shape() + " and " + other.shape() + " cannot be added.");
        }
    }
}
