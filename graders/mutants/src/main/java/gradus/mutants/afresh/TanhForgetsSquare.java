package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Takes 1 - t for the slope: the square is missing. */
public final class TanhForgetsSquare implements Layer {
    @Cached
    private Tensor t;

    @Override
    public Tensor forward(Tensor x) {
        t = x.tanh();
        return t;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(t.oneMinus());
    }
}
