package gradus.reference.pool;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** To come. */
public final class Unpool2d implements Layer {
    public Unpool2d(int stride) {}

    @Override
    public Tensor forward(Tensor x) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new UnsupportedOperationException();
    }
}
