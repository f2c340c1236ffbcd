package gradus.reference.train.metric;

import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * How often the label is among the k classes of the highest scores. k = 1 is accuracy; the top-5 error is 1 less the
 * top-5 score.
 *
 * <p>Ties: of classes with equal scores the one of the lower number comes first, as in {@link Tensor#argmax}. NaN
 * comes before every number, so that no label profits from it.
 *
 * <p>Source: lecture 10 (the ImageNet metrics).
 */
public record TopK(int k) {
    /** @throws IllegalArgumentException if k is below 1 */
    public TopK {
        if (k < 1) {
            throw new IllegalArgumentException("TopK: k: expected 1 or more but got " + k + ".");
        }
    }

    /**
     * The share of the samples whose label is among the first k; NaN without samples.
     *
     * @param scores (N, C), logits or probabilities
     * @param labels (N), from 0
     */
    public double score(Tensor scores, IntTensor labels) {
        return hits(scores, labels).mean();
    }

    /** The share of the samples whose label is not among the first k. */
    public double error(Tensor scores, IntTensor labels) {
        return 1 - score(scores, labels);
    }

    /** 1 where the label is among the first k, else 0; (N). */
    public Tensor hits(Tensor scores, IntTensor labels) {
        scores.require("TopK: scores", Shape.ANY, Shape.ANY);
        Tensor own = scores.pick(labels).expand(1);
        Tensor later = numbers(scores.dim(1)).greater(Tensor.of(entries(labels)).expand(1));
        Tensor behind = scores.less(own).plus(scores.equalTo(own).times(later)); // (N, C)
        return behind.sum(1).greaterEqual(scores.dim(1) - k);
    }

    private static Tensor numbers(int classes) {
        return Tensor.of(IntStream.range(0, classes).asDoubleStream().toArray());
    }

    private static double[] entries(IntTensor labels) {
        return IntStream.of(labels.toArray()).asDoubleStream().toArray();
    }
}
