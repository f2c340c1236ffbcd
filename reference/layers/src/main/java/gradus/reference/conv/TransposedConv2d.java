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
 * Makes images larger with learned weights: every pixel stamps its filters onto the answer, S pixels apart, and P pixels are cut off all
 * around. y[n, f, S i + D k - P, S j + D l - P] gathers x[n, c, i, j] w[c, f, k, l], and b[f]. x is (N, C, H, W), w (C, F, KH, KW), b (F),
 * y (N, F, OH, OW) with OH = S (H - 1) + D (KH - 1) + 1 - 2P, OW likewise.
 *
 * <p>It is the adjoint of the {@link Conv2d} from F to C channels with the same w, and undoes its shape, not its values. Backward: so dx is
 * that convolution of dy, dw its gradient with x and dy exchanged; db += the sum of dy over all but f.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lecture 10 (up-convolution: spread with zeros, then convolve); endterm 2021, 3.
 */
public final class TransposedConv2d implements Layer {
    private final Window window;
    private final Parameter w; // (C, F, KH, KW)
    private final Parameter b; // (F)

    @Cached
    private Tensor x; // (N, C, H, W)

    /** Makes the layer from C inputs to F filters, with w = 0 and b = 0. */
    public TransposedConv2d(int inputs, int filters, Window window) {
        this.window = window;
        w = new Parameter("w", inputs, filters, window.height(), window.width());
        b = new Parameter("b", filters);
    }

    /**
     * Returns y (N, F, OH, OW).
     *
     * @param x (N, C, H, W)
     * @throws ShapeException if the images do not have C channels, the padding cuts everything off, or y is too large for an array
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require("TransposedConv2d.forward: x", Shape.ANY, w.value().dim(0), Shape.ANY, Shape.ANY);
        Tensor y = Kernels.current().convolutionInput(x, filters(), window, 1, height(x), width(x));
        this.x = x;
        return y.plus(b.value().reshape(b.value().size(), 1, 1));
    }

    /**
     * Adds to the gradients of w and b, and returns dx (N, C, H, W).
     *
     * @param dy (N, F, OH, OW)
     * @throws ShapeException if {@code dy} is not shaped like y
     */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("TransposedConv2d.backward", x);
        dy.require("TransposedConv2d.backward: dy", x.dim(0), b.value().dim(0), height(x), width(x));
        Kernels kernels = Kernels.current();
        w.addGradient(Filters.turned(kernels.convolutionFilters(dy, x, window, 1), window));
        b.addGradient(dy.sum(0, 2, 3));
        return kernels.convolution(dy, filters(), Tensor.zeros(x.dim(1)), window, 1);
    }

    private Tensor filters() {
        return Filters.turned(w.value(), window);
    }

    private int height(Tensor x) {
        return size("height", x.dim(2), window.spanHeight());
    }

    private int width(Tensor x) {
        return size("width", x.dim(3), window.spanWidth());
    }

    private int size(String what, int length, int span) {
        long size = window.stride() * (length - 1L) + span - 2L * window.padding();
        if (size > Integer.MAX_VALUE) {
            throw new ShapeException(
                    "TransposedConv2d.forward: x: expected a " + what + " that gives images of at most "
                            + Integer.MAX_VALUE + " pixels but " + length + " gives " + size + ".");
        }
        if (size < 1) {
            throw new ShapeException("TransposedConv2d.forward: x: expected a " + what + " of which a padding of "
                    + window.padding() + " leaves something but " + length + " gives " + size + ".");
        }
        return (int) size;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
