package gradus.reference.classic;

import gradus.reference.calculus.Norm;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** What samples, labels and sides must fulfil. */
final class Require {
    private static final double MOST = 1e300; // sums and differences of such numbers are far from an overflow

    private Require() {}

    /** One row or more, of finite numbers. */
    static void samples(String where, Tensor x) {
        x.require(where, Shape.ANY, Shape.ANY);
        if (x.dim(0) == 0) {
            throw new IllegalArgumentException(where + ": expected a sample or more but got none.");
        }
        finite(where, x);
    }

    static void finite(String where, Tensor x) {
        double largest = Norm.maximum(x);
        if (!(largest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(where + ": expected finite numbers but got an infinity or NaN.");
        }
        if (largest > MOST) {
            throw new IllegalArgumentException(
                    where + ": expected numbers up to " + MOST + " but got " + largest + ". Scale them first.");
        }
    }

    /** Samples with one label each. */
    static void labels(String method, Tensor x, IntTensor labels) {
        samples(method + ": x", x);
        labels.require(method + ": labels", x.dim(0));
    }

    /** Samples with one label each from 0 to classes - 1. */
    static void labels(String method, Tensor x, IntTensor labels, int classes) {
        labels(method, x, labels);
        for (int label : labels.toArray()) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        method + ": labels: expected numbers from 0 to " + (classes - 1) + " but got " + label + ".");
            }
        }
    }

    /** Samples with one side each, -1 or 1. */
    static void sides(String method, Tensor x, Tensor y) {
        samples(method + ": x", x);
        y.require(method + ": y", x.dim(0));
        for (double side : y.toArray()) {
            if (!(Math.abs(side) == 1)) {
                throw new IllegalArgumentException(method + ": y: expected -1 or 1 but got " + side + ".");
            }
        }
    }
}
