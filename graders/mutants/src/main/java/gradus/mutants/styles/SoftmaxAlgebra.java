package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Softmax over the last axis in the algebra: dx = y * (dy - &lt;dy, y&gt;), without building the Jacobian. */
public class SoftmaxAlgebra implements Layer {

    @Cached
    protected Tensor y; // (N, C)

    @Override
    public Tensor forward(Tensor x) {
        y = softmax(x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return y.times(dy.minus(dy.times(y).sumKeep(1)));
    }

    protected Tensor softmax(Tensor x) {
        Tensor e = x.minus(shift(x)).exp();
        return e.divide(e.sumKeep(1));
    }

    /** Returns what is subtracted before exp, (N, 1): the maximum of each row. */
    protected Tensor shift(Tensor x) {
        return x.maxKeep(1);
    }
}
