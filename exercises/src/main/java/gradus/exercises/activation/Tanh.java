package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Tensor;

/**
 * Exercise activation/tanh: squash to (-1, 1), element by element.
 *
 * <pre>
 *   forward     y  = tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))     x, y of one shape, any shape
 *   backward    dx = dy (1 - y²)                                           dy, dx shaped like x
 * </pre>
 *
 * <p>The slope is written with the output y, not with x. For x = 1000 and x = -1000 the answers are 1 and -1.
 *
 * <p>x and dy are lent to you: read them, keep references if you like, never write to them. So y and dx are new
 * tensors.
 *
 * <p>Source: lecture 7; lecture 11.
 */
public final class Tanh implements Layer {
    // Add fields for what backward needs from forward.

    public Tanh() {}

    /** Returns y, shaped like x. */
    @Override
    public Tensor forward(Tensor x) {
        // TODO: compute y, and keep what backward needs.
        throw new NotAttempted();
    }

    /** Takes dy, shaped like y; returns dx, shaped like x. */
    @Override
    public Tensor backward(Tensor dy) {
        // TODO: multiply dy with the slope.
        throw new NotAttempted();
    }
}
