package gradus.reference.pool;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import gradus.tensor.Window;

/** To come. */
public final class AveragePool2d implements Layer {
    public AveragePool2d(Window window) {}

    @Override
    public Tensor forward(Tensor x) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }
}
