package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Sigmoid whose short slope formula is fed the input. */
public final class SigmoidSlopeFromInput implements Layer {
    @Cached
    private Tensor x;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.negate().exp().plus(1).reciprocal();
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor slope = x.times(x.oneMinus());
        return dy.times(slope);
    }
}
