package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Divides by 1 - t², which is the slope of the inverse function. */
public final class TanhSlopeOfInverse implements Layer {
    @Cached
    private Tensor t;

    @Override
    public Tensor forward(Tensor x) {
        t = x.tanh();
        return t;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.divide(t.square().oneMinus());
    }
}
