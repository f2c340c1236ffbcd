package gradus.reference.activation;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * The logarithm of {@link Softmax}: yᵢ = xᵢ - ln Σⱼ exp(xⱼ) for each row, with x (N, C), y (N, C). It is finite where the
 * probability itself has long become 0.
 *
 * <p>Backward: ∂yᵢ/∂xⱼ = 1[i = j] - pⱼ with p = exp(y), so dx = dy - p Σ dy, the sum over each row.
 *
 * <p>Arguments are not written to; p is kept until the next forward.
 *
 * <p>Source: lecture 7; endterm 2021, 5.5-5.7.
 */
public final class LogSoftmax implements Layer {
    @Cached
    private Tensor p; // (N, C)

    /**
     * Returns y (N, C), none above 0.
     *
     * @param x scores, (N, C)
     * @throws gradus.tensor.ShapeException if {@code x} is not a matrix
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("LogSoftmax.forward: x", Shape.ANY, Shape.ANY);
        Tensor z = x.minus(x.maxKeep(1)); // less the row's maximum: the same answer, and no overflow
        Tensor y = z.minus(z.exp().sumKeep(1).log());
        p = y.exp();
        return y;
    }

    /**
     * Returns dx (N, C), each row with the sum 0.
     *
     * @param dy the gradient of the loss with respect to y, (N, C)
     * @throws gradus.tensor.ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("LogSoftmax.backward", p);
        dy.require("LogSoftmax.backward: dy", p.shape().toArray());
        return dy.minus(p.times(dy.sumKeep(1)));
    }
}
