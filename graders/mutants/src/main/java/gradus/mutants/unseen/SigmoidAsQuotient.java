package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Sigmoid as a quotient of two exponentials, which overflow. */
public final class SigmoidAsQuotient implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.exp();
        y = e.divide(e.plus(1));
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y).times(y.oneMinus());
    }
}
