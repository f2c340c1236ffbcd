package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** ReLU in the algebra: keeps its input and chooses by its sign. */
public class ReluAlgebra implements Layer {

    @Cached
    protected Tensor x;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.maximum(0);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return x.greater(0).where(dy, Tensor.zeros(x.shape()));
    }
}
