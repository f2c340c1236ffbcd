package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Uses the derivative of the sigmoid, entry by entry, and forgets the other classes. */
public final class SoftmaxDiagonalOnly implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.minus(x.maxKeep(-1)).exp();
        y = e.divide(e.sumKeep(-1));
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return y.times(y.oneMinus()).times(dy);
    }
}
