package gradus.reference.pool;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** To come. */
public final class MaxPool2d implements Layer {
    public MaxPool2d(Window window) {}

    @Override
    public Tensor forward(Tensor x) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }
}
