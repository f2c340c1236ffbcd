package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** ReLU whose mask asks whether the output is at least zero. */
public final class ReluMaskFromOutput implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        y = x.maximum(0);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y.greaterEqual(0));
    }
}
