package gradus.reference.loss;

import gradus.tensor.IntTensor;
import gradus.tensor.ShapeException;

/** What labels must fulfil: one a row, each naming a column. */
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
}
