package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Hyperbolic tangent whose slope is 1 - t. */
public final class TanhSlopeUnsquared implements Layer {
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
