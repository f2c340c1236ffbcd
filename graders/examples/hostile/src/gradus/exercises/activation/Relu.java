package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Never comes back. */
public final class Relu implements Layer {
    @Override
    public Tensor forward(Tensor x) {
        while (true) {
            Thread.onSpinWait();
        }
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy;
    }
}
