package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Takes axis 0 for the classes: columns add up to one, and backward agrees. */
public final class SoftmaxDownTheColumns implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.minus(x.maxKeep(0)).exp();
        y = e.divide(e.sumKeep(0));
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor inner = dy.times(y).sumKeep(0);
        return y.times(dy.minus(inner));
    }
}
