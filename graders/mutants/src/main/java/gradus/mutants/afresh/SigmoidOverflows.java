package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Computes e^x / (1 + e^x) for every x, large ones too. */
public final class SigmoidOverflows implements Layer {
    @Cached
    private Tensor out;

    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.exp();
        out = e.divide(e.plus(1));
        return out;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(out).times(out.oneMinus());
    }
}
