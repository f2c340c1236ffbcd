package gradus.exercises.dense;

import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * Exercise dense/affine: the fully connected layer.
 *
 * <pre>
 *   forward     y = x w + b              x (N, D), w (D, M), b (M), y (N, M)
 *   backward    dx  = dy wᵀ              dy (N, M), dx (N, D)
 *               dw += xᵀ dy              dw (D, M)
 *               db += sum of dy's rows   db (M)
 * </pre>
 *
 * <p>Every row of x is a sample of its own, and b is added to each row. Here nothing is divided by N: only a loss does
 * that.
 *
 * <p>x, dy and the parameters' values are lent to you: read them, keep references if you like, never write to them. Add
 * to the gradients with {@code w.addGradient(...)}; there may already be something in them.
 *
 * <p>Source: matrix derivatives, 3; lecture 3; endterm 2022, 2.2-2.3; winter 2022, 6.4.
 */
public final class Affine implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    // Add fields for what backward needs from forward.

    public Affine(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    /** Returns y (N, M) for x (N, D). */
    @Override
    public Tensor forward(Tensor x) {
        // TODO: compute y from x, w.value() and b.value(), and keep what backward needs.
        throw new NotAttempted();
    }

    /** Takes dy (N, M); adds to the gradients of w and b; returns dx (N, D). */
    @Override
    public Tensor backward(Tensor dy) {
        // TODO: add dw to w and db to b, and return dx.
        throw new NotAttempted();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
