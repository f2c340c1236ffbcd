package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Returns its own slope s (1 - s) and never looks at dy. */
public final class SigmoidIgnoresUpstream implements Layer {
    @Cached
    private Tensor s;

    @Override
    public Tensor forward(Tensor x) {
        s = x.negate().exp().plus(1).reciprocal();
        return s;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return s.times(s.oneMinus());
    }
}
