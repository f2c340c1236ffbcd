package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** The logistic function 1 / (1 + e^-x) in the algebra; keeps its output. */
public class SigmoidAlgebra implements Layer {

    @Cached
    protected Tensor x;

    @Cached
    protected Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        y = sigmoid(x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y).times(y.oneMinus());
    }

    protected Tensor sigmoid(Tensor x) {
        return x.negate().exp().plus(1).reciprocal();
    }
}
