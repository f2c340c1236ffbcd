package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Tensor;

/**
 * Exercise activation/relu: the rectified linear unit, element by element.
 *
 * <pre>
 *   forward     y  = max(0, x)                x, y of one shape, any shape
 *   backward    dx = dy where x &gt; 0, else 0   dy, dx shaped like x
 * </pre>
 *
 * <p>At x = 0 there is no slope; here it is 0 by convention.
 *
 * <p>x and dy are lent to you: read them, keep references if you like, never write to them. So y and dx are new
 * tensors.
 *
 * <p>Source: lecture 4; lecture 7; endterm 2020, 6d.
 */
public final class Relu implements Layer {
    // Add fields for what backward needs from forward.

    public Relu() {}

    /** Returns y, shaped like x. */
    @Override
    public Tensor forward(Tensor x) {
        // TODO: compute y, and keep what backward needs.
        throw new NotAttempted();
    }

    /** Takes dy, shaped like y; returns dx, shaped like x. */
    @Override
    public Tensor backward(Tensor dy) {
        // TODO: let dy through where x was positive.
        throw new NotAttempted();
    }
}
