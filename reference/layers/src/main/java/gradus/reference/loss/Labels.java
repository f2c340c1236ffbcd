package gradus.reference.loss;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;

/** What labels must fulfil, one a row and each naming a column, and what weighs and smooths them. */
final class Labels {
    private Labels() {}

    static void require(String where, IntTensor labels, int samples, int classes) {
        requireOneEach(where, labels, samples);
        for (int label : labels.toArray()) {
            requireClass(where, label, classes);
        }
    }

    static void requireOneEach(String where, IntTensor labels, int samples) {
        if (!labels.shape().fits(samples)) {
            throw new ShapeException(where + ": expected shape (" + samples + ") but got " + labels.shape() + ".");
        }
    }

    static void requireClass(String where, int label, int classes) {
        if (label < 0 || label >= classes) {
            throw new IllegalArgumentException(
                    where + ": expected numbers from 0 to " + (classes - 1) + " but got " + label + ".");
        }
    }

    /** Refuses weights of classes that are not a row (C) of finite numbers from 0. */
    static void requireWeights(String where, Tensor weights) {
        weights.require(where, Shape.ANY);
        for (double weight : weights.toArray()) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(where + ": expected finite numbers from 0 but got " + weight + ".");
            }
        }
    }

    static void requireSmoothing(String where, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(where + ": expected a number from 0 to 1 but got " + share + ".");
        }
    }
}
