package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * The mean surprise at the right class: L = -1/N Σₙ ln p(n, labelₙ), with p the softmax of the logits (N, C); labels
 * (N) count from 0.
 *
 * <p>Backward: dlogits = (p - onehot(labels)) / N. Softmax and logarithm are one step: ln pᵢ = zᵢ - ln Σⱼ exp(zⱼ) is
 * finite where p itself has long become 0.
 *
 * <p>Arguments are not written to. The loss of an empty batch is NaN: a mean over nothing.
 *
 * <p>Source: lecture 7; endterm 2021, 5.5-5.7.
 */
public final class SoftmaxCrossEntropy implements Loss<IntTensor> {
    @Cached
    private Tensor p; // (N, C)

    @Cached
    private IntTensor labels; // (N)

    /**
     * Returns the loss in nats, the mean over the samples.
     *
     * @param logits (N, C)
     * @param labels (N), each from 0 to C - 1
     * @throws gradus.tensor.ShapeException if there is not one label for each row
     * @throws IllegalArgumentException if a label names no column
     */
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        logits.require("SoftmaxCrossEntropy.forward: logits", Shape.ANY, Shape.ANY);
        Labels.require("SoftmaxCrossEntropy.forward: labels", labels, logits.dim(0), logits.dim(1));
        Tensor z = logits.minus(logits.maxKeep(1)); // less the row's maximum: the same p, and no overflow
        Tensor logP = z.minus(z.exp().sumKeep(1).log());
        this.p = logP.exp();
        this.labels = labels;
        return -logP.pick(labels).sum() / labels.size();
    }

    /** Returns dlogits (N, C), each row with the sum 0. */
    @Override
    public Tensor backward() {
        Forward.first("SoftmaxCrossEntropy.backward", labels);
        Tensor d = p.copy();
        d.addPick(labels, Tensor.full(labels.shape(), -1));
        return d.divide(labels.size());
    }
}
