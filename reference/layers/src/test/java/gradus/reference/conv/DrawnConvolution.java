package gradus.reference.conv;

import gradus.reference.Images;
import gradus.reference.Values;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** Images and filters of drawn sizes, and the layer that has them. */
final class DrawnConvolution {
    static final double TOLERANCE = 1e-12;

    private DrawnConvolution() {}

    static Tensor x(Images dims, Values values, long seed) {
        return values.draw(seed, dims.n(), dims.c(), dims.h(), dims.w());
    }

    static Tensor w(Images dims, long seed) {
        return Values.NORMAL.draw(seed + 1, dims.m(), dims.c(), dims.kh(), dims.kw());
    }

    static Conv2d layer(Tensor w, Window window, int groups) {
        Conv2d layer = new Conv2d(w.dim(1) * groups, w.dim(0), window, groups);
        layer.parameters().get(0).set(w);
        return layer;
    }

    /** Without bias. */
    static Tensor conv(Tensor x, Tensor w, Window window) {
        return layer(w, window, 1).forward(x);
    }

    static Tensor gradient(Layer layer, int parameter) {
        return layer.parameters().get(parameter).gradient();
    }

    static double magnitude(Tensor t) {
        return Math.sqrt(t.dot(t));
    }
}
