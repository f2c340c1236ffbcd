package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Softmax whose backward multiplies the upstream gradient by the output and stops there. */
public final class SoftmaxScalesUpstream implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.minus(x.maxKeep(1)).exp();
        y = e.divide(e.sumKeep(1));
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y);
    }
}
