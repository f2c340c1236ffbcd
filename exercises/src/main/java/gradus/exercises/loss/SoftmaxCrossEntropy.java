package gradus.exercises.loss;

import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.NotAttempted;
import gradus.tensor.Tensor;

/**
 * Exercise loss/softmax-cross-entropy: softmax and cross-entropy in one step, the mean over the batch.
 *
 * <pre>
 *   forward     p = softmax of each row of z            logits z (N, C), p (N, C)
 *               L = -1/N Σₙ ln p(n, labelₙ)             labels (N), each from 0 to C - 1
 *   backward    dz = (p - onehot) / N                   dz (N, C); onehot has 1 at each row's label, else 0
 * </pre>
 *
 * <p>The logarithm is the natural one. ln pᵢ = zᵢ - ln Σⱼ exp(zⱼ) stays finite where p itself has become 0: with logits
 * of 1000 and -1000 the loss is large, not infinite.
 *
 * <p>A loss is the end of the chain, so backward takes nothing: its own upstream gradient is 1. This is the only place
 * that divides by N.
 *
 * <p>logits and labels are lent to you: read them, keep references if you like, never write to them. backward may be
 * asked twice and answers the same.
 *
 * <p>Source: lecture 7; endterm 2021, 5.5-5.7.
 */
public final class SoftmaxCrossEntropy implements Loss<IntTensor> {
    // Add fields for what backward needs from forward.

    public SoftmaxCrossEntropy() {}

    /** Returns the loss for logits (N, C) and labels (N). */
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        // TODO: compute the mean loss, and keep what backward needs.
        throw new NotAttempted();
    }

    /** Returns dlogits (N, C). */
    @Override
    public Tensor backward() {
        // TODO: compute the gradient of the mean loss with respect to the logits.
        throw new NotAttempted();
    }
}
