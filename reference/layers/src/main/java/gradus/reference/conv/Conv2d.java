package gradus.reference.conv;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** To come. */
public final class Conv2d implements Layer {
    public Conv2d(int inputs, int filters, Window window, int groups) {}

    @Override
    public Tensor forward(Tensor x) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }
}
