package gradus.reference.loss;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * The mean surprise at the right class: L = -1/N Σₙ ln p(n, labelₙ), with probabilities p (N, C); labels (N) count from
 * 0. With y the one-hot rows of the labels this is -1/N Σₙ Σₖ y(n, k) ln p(n, k).
 *
 * <p>Backward: dp(n, labelₙ) = -1 / (N p(n, labelₙ)), all others 0.
 *
 * <p>A right class held impossible costs infinitely much, with an infinite gradient: nothing is clipped. From logits,
 * {@link SoftmaxCrossEntropy} is finite where p itself has long become 0.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. The loss of an empty batch is NaN:
 * a mean over nothing.
 *
 * <p>Source: lectures 3 and 7; endterm 2021, 5.5.
 */
public final class CrossEntropy implements Loss<IntTensor> {
    @Cached
    private Tensor p; // (N, C)

    @Cached
    private IntTensor labels; // (N)

    /**
     * Returns the loss in nats, the mean over the samples.
     *
     * @param p probabilities, (N, C), such as {@link gradus.reference.activation.Softmax} gives
     * @param labels (N), each from 0 to C - 1
     * @throws gradus.tensor.ShapeException if there is not one label for each row
     * @throws IllegalArgumentException if a label names no column, or an entry of p is no probability
     */
    @Override
    public double forward(Tensor p, IntTensor labels) {
        p.require("CrossEntropy.forward: p", Shape.ANY, Shape.ANY);
        Labels.require("CrossEntropy.forward: labels", labels, p.dim(0), p.dim(1));
        Probabilities.require("CrossEntropy.forward: p", p);
        this.p = p;
        this.labels = labels;
        return p.pick(labels).log().negate().sum() / labels.size();
    }

    /** Returns dp (N, C). */
    @Override
    public Tensor backward() {
        Forward.first("CrossEntropy.backward", labels);
        Tensor dp = Tensor.zeros(p.shape());
        dp.addPick(labels, p.pick(labels).times(-labels.size()).reciprocal());
        return dp;
    }
}
