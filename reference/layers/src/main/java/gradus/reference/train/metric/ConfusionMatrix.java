package gradus.reference.train.metric;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Who is taken for whom: entry (i, j) counts the samples of class i that were predicted as class j. Immutable, as
 * long as nobody writes to the counts, (C, C).
 *
 * <p>With TP = (c, c), FP = the rest of column c, FN = the rest of row c: precision = TP / (TP + FP), recall = TP /
 * (TP + FN), F1 = 2 TP / (2 TP + FP + FN), the harmonic mean of both. A quotient 0 / 0 is NaN: nobody was predicted
 * so, or there was nobody.
 *
 * <p>Of two classes, class 1 is commonly the positive one: precision counts if false alarms are dear, recall if
 * misses are.
 *
 * <p>Source: mock 2020, II.2; endterm 2022, 4.10 (95 % of one class right, 35 % of another: recall by class).
 */
public record ConfusionMatrix(Tensor counts) {
    /**
     * Counts predictions (N) of labels (N).
     *
     * @throws gradus.tensor.ShapeException if there is not one prediction for each label
     * @throws IllegalArgumentException if one is not from 0 to {@code classes} - 1
     */
    public static ConfusionMatrix of(IntTensor predictions, IntTensor labels, int classes) {
        predictions.require("ConfusionMatrix.of: predictions", labels.shape().toArray());
        require("predictions", predictions, classes);
        require("labels", labels, classes);
        Tensor counts = Tensor.zeros(classes, classes);
        int[] predicted = predictions.toArray();
        int[] right = labels.toArray();
        for (int n = 0; n < right.length; n++) {
            counts.set(right[n], predicted[n], counts.get(right[n], predicted[n]) + 1);
        }
        return new ConfusionMatrix(counts);
    }

    private static void require(String what, IntTensor numbers, int classes) {
        for (int number : numbers.toArray()) {
            if (number < 0 || number >= classes) {
                throw new IllegalArgumentException("ConfusionMatrix.of: " + what + ": expected numbers from 0 to "
                        + (classes - 1) + " but got " + number + ".");
            }
        }
    }

    public int classes() {
        return counts.dim(0);
    }

    /** The share of all samples on the diagonal. */
    public double accuracy() {
        return IntStream.range(0, classes()).mapToDouble(this::hits).sum() / counts.sum();
    }

    /** How many of those predicted as class c are of class c. */
    public double precision(int c) {
        return hits(c) / predicted(c);
    }

    /** How many of class c are predicted as such: the accuracy within the class. */
    public double recall(int c) {
        return hits(c) / actual(c);
    }

    public double f1(int c) {
        return 2 * hits(c) / (predicted(c) + actual(c));
    }

    /** The mean of a figure over the classes, all weighing the same, as in {@code mean(matrix::f1)}. */
    public double mean(IntToDoubleFunction figure) {
        return IntStream.range(0, classes()).mapToDouble(figure).sum() / classes();
    }

    private double hits(int c) {
        return counts.get(c, c);
    }

    private double predicted(int c) {
        return counts.select(1, c).sum();
    }

    private double actual(int c) {
        return counts.select(0, c).sum();
    }
}
