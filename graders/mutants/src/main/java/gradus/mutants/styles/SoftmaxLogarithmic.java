package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Softmax as exp of the log-softmax, recomputed in the backward pass. */
public final class SoftmaxLogarithmic implements Layer {

    @Cached
    private Tensor logits; // (N, C)

    @Override
    public Tensor forward(Tensor x) {
        logits = x;
        return logSoftmax(x).exp();
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor y = logSoftmax(logits).exp();
        Tensor weighted = y.times(dy);
        return weighted.minus(y.times(weighted.sumKeep(-1)));
    }

    private static Tensor logSoftmax(Tensor x) {
        Tensor shifted = x.minus(x.maxKeep(-1));
        return shifted.minus(shifted.exp().sumKeep(-1).log());
    }
}
