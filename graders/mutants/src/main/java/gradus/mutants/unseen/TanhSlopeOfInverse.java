package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Hyperbolic tangent with the slope of its inverse function, 1 / (1 - t²). */
public final class TanhSlopeOfInverse implements Layer {
    @Cached
    private Tensor t;

    @Override
    public Tensor forward(Tensor x) {
        t = x.tanh();
        return t.copy();
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor derivative = t.square().oneMinus().reciprocal();
        return dy.times(derivative);
    }
}
