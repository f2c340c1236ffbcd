package gradus.reference.conv;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** To come. */
public final class DepthwiseConv2d implements Layer {
    public DepthwiseConv2d(int channels, Window window) {}

    @Override
    public Tensor forward(Tensor x) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }
}
