package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Arrays;

/**
 * Softmax cross-entropy in which classes weigh differently, labels may be smoothed, and some are ignored:
 * L = -Σₙ Σₖ t(n, k) ln p(n, k) / Σₙ w(labelₙ), with p the softmax of the logits (N, C), weights w (C) and labels (N).
 *
 * <p>Row n of t is w(k) ((1 - ε) 1[k = labelₙ] + ε / C), or 0 where the label is the ignored one; such samples count in
 * neither sum. With equal weights and ε = 0 this is {@link SoftmaxCrossEntropy} of the samples that count.
 *
 * <p>Backward: dlogits(n, k) = (p(n, k) Σⱼ t(n, j) - t(n, k)) / Σₙ w(labelₙ).
 *
 * <p>Arguments are not written to. Where nothing counts, the loss is NaN: a mean over nothing, and so is the gradient.
 *
 * <p>Source: label smoothing after lecture 11; the mean is the one of PyTorch's {@code cross_entropy}.
 */
public final class WeightedSoftmaxCrossEntropy implements Loss<IntTensor> {
    private final Tensor weights; // (C)
    private final int ignored;
    private final double smoothing;

    @Cached
    private Tensor p, target; // (N, C) each

    @Cached
    private double total;

    /**
     * Makes the loss; the weights (C), finite and none negative, are kept by reference. Samples with the label {@code ignored} do not
     * count; -1 is no class, for padding or for none. {@code smoothing} is ε, from 0 to 1.
     */
    public WeightedSoftmaxCrossEntropy(Tensor weights, int ignored, double smoothing) {
        Labels.requireWeights("WeightedSoftmaxCrossEntropy: weights", weights);
        Labels.requireSmoothing("WeightedSoftmaxCrossEntropy: smoothing", smoothing);
        this.weights = weights;
        this.ignored = ignored;
        this.smoothing = smoothing;
    }

    /** Returns the loss in nats. One weight a column, one label a row, each from 0 to C - 1 or the ignored one; others are refused. */
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        logits.require("WeightedSoftmaxCrossEntropy.forward: logits", Shape.ANY, weights.dim(0));
        total = weight(logits.dim(0), labels);
        Tensor z = logits.minus(logits.maxKeep(1)); // less the row's maximum: the same p, and no overflow
        Tensor logP = z.minus(z.exp().sumKeep(1).log());
        p = logP.exp();
        weigh(labels);
        return -target.greater(0).where(target.times(logP), 0).sum() / total; // 0 ∞ is 0, not NaN
    }

    private void weigh(IntTensor labels) {
        Tensor counts = Tensor.of(Arrays.stream(labels.toArray())
                .mapToDouble(label -> label == ignored ? 0 : 1)
                .toArray());
        IntTensor places = IntTensor.of(Arrays.stream(labels.toArray())
                .map(label -> label == ignored ? 0 : label)
                .toArray());
        Tensor share = Tensor.full(p.shape(), smoothing / p.dim(1));
        share.addPick(places, 1 - smoothing);
        target = share.times(weights).times(counts.expand(1));
    }

    /** Returns dlogits (N, C), each row with the sum 0. */
    @Override
    public Tensor backward() {
        Forward.first("WeightedSoftmaxCrossEntropy.backward", target);
        return p.times(target.sumKeep(1)).minus(target).divide(total);
    }

    /** Returns Σₙ w(labelₙ), without the ignored ones. */
    @Override
    public double weight(int samples, IntTensor labels) {
        requireLabels(labels, samples);
        return Arrays.stream(labels.toArray())
                .filter(label -> label != ignored)
                .mapToDouble(weights::get)
                .sum();
    }

    private void requireLabels(IntTensor labels, int samples) {
        String where = "WeightedSoftmaxCrossEntropy.forward: labels";
        Labels.requireOneEach(where, labels, samples);
        for (int label : labels.toArray()) {
            if (label != ignored) {
                Labels.requireClass(where, label, weights.dim(0));
            }
        }
    }
}
