package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * Turns each row of scores into probabilities: pᵢ = exp(xᵢ) / Σⱼ exp(xⱼ), with x (N, C), p (N, C).
 *
 * <p>Backward: ∂pᵢ/∂xⱼ = pᵢ (1[i = j] - pⱼ), so dx = p (dp - Σ dp p), the sum over each row. One score moves every
 * probability.
 *
 * <p>Arguments are not written to; p is kept by reference until the next forward.
 *
 * <p>Source: lecture 7; endterm 2021, 5.4-5.5.
 */
public final class Softmax implements Layer {
    @Cached
    private Tensor p; // (N, C)

    /**
     * Returns p (N, C), each row with the sum 1.
     *
     * @param x scores, (N, C)
     * @throws gradus.tensor.ShapeException if {@code x} is not a matrix
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("Softmax.forward: x", Shape.ANY, Shape.ANY);
        Tensor e = x.minus(x.maxKeep(1)).exp(); // less the row's maximum: the same quotient, and no overflow
        p = e.divide(e.sumKeep(1));
        return p;
    }

    /**
     * Returns dx (N, C), each row with the sum 0.
     *
     * @param dy the gradient of the loss with respect to p, (N, C)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like p
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Softmax.backward", p);
        dy.require("Softmax.backward: dy", p.shape().toArray());
        return p.times(dy.minus(dy.times(p).sumKeep(1)));
    }
}
