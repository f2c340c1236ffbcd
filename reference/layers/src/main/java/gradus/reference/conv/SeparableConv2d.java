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
 * A convolution in two cheaper steps: each channel c by itself, u[n, c] = depthwise[c] over x[n, c]; then every pixel through one affine
 * map, y[n, f] = b[f] + Σ pointwise[f, c] u[n, c] over c. x is (N, C, H, W), depthwise (C, 1, KH, KW), pointwise (F, C, 1, 1), b (F), u
 * (N, C, OH, OW), y (N, F, OH, OW). The first step needs no bias, because the second would absorb it.
 *
 * <p>Backward: through the second step to du, then through the first. Instead of F C KH KW products a pixel there are C KH KW + F C.
 *
 * <p>Arguments are not written to; x and u are kept until the next forward.
 *
 * <p>Source: lecture 10, with 53,952 products where a convolution takes 1,228,800.
 */
public final class SeparableConv2d implements Layer {
    private static final Window PIXEL = Window.of(1);

    private final Window window;
    private final Parameter depthwise; // (C, 1, KH, KW)
    private final Parameter pointwise; // (F, C, 1, 1)
    private final Parameter b; // (F)

    @Cached
    private Tensor x, u; // (N, C, H, W), (N, C, OH, OW)

    /** Makes the layer from C inputs to F filters, all weights 0. */
    public SeparableConv2d(int inputs, int filters, Window window) {
        this.window = window;
        depthwise = new Parameter("depthwise", inputs, 1, window.height(), window.width());
        pointwise = new Parameter("pointwise", filters, inputs, 1, 1);
        b = new Parameter("b", filters);
    }

    /**
     * Returns y (N, F, OH, OW) for x (N, C, H, W).
     *
     * @throws ShapeException if x has no C channels or does not suit the window
     */
    @Override
    public Tensor forward(Tensor x) {
        int channels = channels();
        x.require("SeparableConv2d.forward: x", Shape.ANY, channels, Shape.ANY, Shape.ANY);
        this.x = x;
        Kernels kernels = Kernels.current();
        u = kernels.convolution(x, filters(), Tensor.zeros(channels), window, channels);
        return kernels.convolution(u, pointwise.value(), b.value(), PIXEL, 1);
    }

    /** Adds to the gradients of depthwise, pointwise and b, and returns dx (N, C, H, W) for dy (N, F, OH, OW). */
    @Override
    public Tensor backward(Tensor dy) {
        Forward.first("SeparableConv2d.backward", u);
        dy.require("SeparableConv2d.backward: dy", u.dim(0), b.value().dim(0), u.dim(2), u.dim(3));
        Kernels kernels = Kernels.current();
        pointwise.addGradient(kernels.convolutionFilters(u, dy, PIXEL, 1));
        b.addGradient(dy.sum(0, 2, 3));
        Tensor du = kernels.convolutionInput(dy, pointwise.value(), PIXEL, 1, u.dim(2), u.dim(3));
        depthwise.addGradient(Filters.turned(kernels.convolutionFilters(x, du, window, channels()), window));
        return kernels.convolutionInput(du, filters(), window, channels(), x.dim(2), x.dim(3));
    }

    private int channels() {
        return depthwise.value().dim(0);
    }

    private Tensor filters() {
        return Filters.turned(depthwise.value(), window);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(depthwise, pointwise, b);
    }
}
