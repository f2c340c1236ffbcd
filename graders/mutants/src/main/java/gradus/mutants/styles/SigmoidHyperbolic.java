package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** The logistic function by way of tanh(x / 2); recomputes it in the backward pass. */
public final class SigmoidHyperbolic implements Layer {

    @Cached
    private Tensor x;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.divide(2).tanh().plus(1).divide(2);
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor t = x.divide(2).tanh();
        return t.square().oneMinus().divide(4).times(dy);
    }
}
