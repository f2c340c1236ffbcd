package gradus.reference.train.metric;

import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * The share of the samples that are classified right: hits / N; NaN without samples.
 *
 * <p>Misleading where classes are of unequal size: see {@link ConfusionMatrix#recall}.
 *
 * <p>Source: lecture 2; lecture 10 (top-1).
 */
public final class Accuracy {
    private Accuracy() {}

    /** Of scores (N, C), the highest of which is the prediction; on ties as {@link TopK}. */
    public static double of(Tensor scores, IntTensor labels) {
        return new TopK(1).score(scores, labels);
    }

    /** Of predicted classes, (N) as the labels are. */
    public static double of(IntTensor predictions, IntTensor labels) {
        predictions.require("Accuracy.of: predictions", labels.shape().toArray());
        int[] predicted = predictions.toArray();
        int[] right = labels.toArray();
        return (double) IntStream.range(0, right.length)
                        .filter(i -> predicted[i] == right[i])
                        .count()
                / right.length;
    }
}
