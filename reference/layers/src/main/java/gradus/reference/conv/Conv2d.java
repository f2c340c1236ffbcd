package gradus.reference.conv;

import gradus.reference.kernel.ConvolutionKernels;
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
 * Slides F filters over images: y[n, f, i, j] = b[f] + Σ w[f, c, k, l] x[n, c, S i + D k - P, S j + D l - P], summed over c, k, l, with
 * stride S, dilation D, and zeros in P pixels around. x is (N, C, H, W), w (F, C/G, KH, KW), b (F), y (N, F, OH, OW), and
 * OH = ⌊(H + 2P - D (KH - 1) - 1) / S⌋ + 1, OW likewise. Of G groups, each F/G filters see C/G channels, in order. A window of 1 × 1 is an
 * affine map of every pixel.
 *
 * <p>Backward: every product w x goes to one place, so dx gathers dy w, dw gathers dy x over the batch and all positions, and db += the
 * sum of dy over all but f.
 *
 * <p>It is the correlation that is taught and used as convolution; with {@code flip} the filters are turned by 180° first.
 * {@link ConvolutionKernels} explains all three directions by seven loops, and computes them by matrix products.
 *
 * <p>Arguments are not written to; x is kept by reference until the next forward.
 *
 * <p>Source: lectures 9 and 10; endterm 2020, 4; endterm 2021, 3; endterm 2022, 4. None of them prints the backward.
 */
public final class Conv2d implements Layer {
    private final String name;
    private final Window window;
    private final int groups;
    private final Parameter w, b; // (F, C/G, KH, KW), (F)

    @Cached
    private Tensor x; // (N, C, H, W)

    /** Makes the layer from C inputs to F filters, with w = 0 and b = 0; groups must divide both. */
    public Conv2d(int inputs, int filters, Window window, int groups) {
        this("Conv2d", inputs, filters, window, groups);
    }

    /** Gives messages another name. */
    Conv2d(String name, int inputs, int filters, Window window, int groups) {
        this.name = name;
        this.window = window;
        this.groups = Filters.requireGroups(name, inputs, filters, groups);
        w = new Parameter("w", filters, inputs / groups, window.height(), window.width());
        b = new Parameter("b", filters);
    }

    /**
     * Returns y (N, F, OH, OW) for x (N, C, H, W).
     *
     * @throws ShapeException if x has no C channels, is smaller than the window, or leaves a rest that a strict window refuses
     */
    @Override
    public Tensor forward(Tensor x) {
        x.require(name + ".forward: x", Shape.ANY, w.value().dim(1) * groups, Shape.ANY, Shape.ANY);
        this.x = x;
        return Kernels.current().convolution(x, Filters.turned(w.value(), window), b.value(), window, groups);
    }

    /** Adds to the gradients of w and b, and returns dx (N, C, H, W) for dy (N, F, OH, OW). */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first(name + ".backward", x);
        dy.require(name + ".backward: dy", output());
        Kernels kernels = Kernels.current();
        w.addGradient(Filters.turned(kernels.convolutionFilters(x, dy, window, groups), window));
        b.addGradient(dy.sum(0, 2, 3));
        return kernels.convolutionInput(dy, Filters.turned(w.value(), window), window, groups, x.dim(2), x.dim(3));
    }

    /** (N, F, OH, OW). */
    private int[] output() {
        int height = window.outputHeight(x.dim(2));
        return new int[] {x.dim(0), w.value().dim(0), height, window.outputWidth(x.dim(3))};
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
