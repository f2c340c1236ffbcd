package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Tensor;

/**
 * Exercise activation/sigmoid: squash to (0, 1), element by element.
 *
 * <pre>
 *   forward     y  = 1 / (1 + exp(-x)) = exp(x) / (1 + exp(x))     x, y of one shape, any shape
 *   backward    dx = dy y (1 - y)                                  dy, dx shaped like x
 * </pre>
 *
 * <p>The slope is written with the output y, not with x. For x = 1000 and x = -1000 the answers are 1 and 0: see that
 * infinity over infinity, which is NaN, never comes up.
 *
 * <p>x and dy are lent to you: read them, keep references if you like, never write to them. So y and dx are new
 * tensors.
 *
 * <p>Source: lecture 4; lecture 7; winter 2022, 6.1-6.3.
 */
public final class Sigmoid implements Layer {
    // Add fields for what backward needs from forward.

    public Sigmoid() {}

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
