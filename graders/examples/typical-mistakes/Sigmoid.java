package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;

public final class Sigmoid implements Layer {
    private Tensor x;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.negate().exp().plus(1).reciprocal();
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(x).times(x.oneMinus()); // x (1 - x), as in the lecture
    }
}
