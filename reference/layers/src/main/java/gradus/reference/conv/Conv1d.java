package gradus.reference.conv;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Window;
import java.util.List;

/**
 * Slides F filters along sequences: y[n, f, i] = b[f] + Σ w[f, c, k] x[n, c, S i + D k - P], summed over c and k, with stride S, dilation
 * D, and P zeros at both ends. x is (N, C, L), w (F, C/G, K), b (F), y (N, F, O), and O = ⌊(L + 2P - D (K - 1) - 1) / S⌋ + 1.
 *
 * <p>Backward: as in {@link Conv2d}; a sequence is an image of height 1, and the window is 1 × K.
 *
 * <p>Arguments are not written to; x is kept, widened by the zeros, until the next forward.
 *
 * <p>Source: lecture 9, where the box filter either shrinks the sequence or is given zeros at its ends.
 */
public final class Conv1d implements Layer {
    private final Window window; // with its padding
    private final Window bare; // without: zeros belong at the ends, and none above and below
    private final int groups;
    private final Parameter w, b; // (F, C/G, K), (F)

    @Cached
    private Tensor x; // (N, C, 1, L + 2P)

    /** Makes the layer from C inputs to F filters, with w = 0 and b = 0; groups must divide both, the window be of height 1. */
    public Conv1d(int inputs, int filters, Window window, int groups) {
        if (window.height() != 1) {
            throw new IllegalArgumentException("Conv1d: window: expected a height of 1 but got " + window.height()
                    + ". Window.of(1, 3) sees three neighbours.");
        }
        this.window = window;
        this.bare = window.padding(0);
        this.groups = Filters.requireGroups("Conv1d", inputs, filters, groups);
        w = new Parameter("w", filters, inputs / groups, window.width());
        b = new Parameter("b", filters);
    }

    /**
     * Returns y (N, F, O) for x (N, C, L).
     *
     * @throws ShapeException if x has no C channels, is shorter than the window, or leaves a rest that a strict window refuses
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("Conv1d.forward: x", Shape.ANY, w.value().dim(1) * groups, Shape.ANY);
        window.outputWidth(x.dim(2)); // refuses what is too short, while it is still as long as it was
        this.x = x.pad(2, window.padding(), window.padding()).expand(2);
        return Kernels.current()
                .convolution(this.x, filters(), b.value(), bare, groups)
                .select(2, 0);
    }

    /** Adds to the gradients of w and b, and returns dx (N, C, L) for dy (N, F, O). */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("Conv1d.backward", x);
        int length = x.dim(3);
        dy.require("Conv1d.backward: dy", x.dim(0), b.value().dim(0), bare.outputWidth(length));
        Tensor high = dy.expand(2);
        Kernels kernels = Kernels.current();
        w.addGradient(Filters.turned(kernels.convolutionFilters(x, high, bare, groups), window)
                .select(2, 0));
        b.addGradient(dy.sum(0, 2));
        Tensor dx = kernels.convolutionInput(high, filters(), bare, groups, 1, length)
                .select(2, 0);
        return dx.slice(2, window.padding(), length - window.padding());
    }

    private Tensor filters() {
        return Filters.turned(w.value().expand(2), window);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
