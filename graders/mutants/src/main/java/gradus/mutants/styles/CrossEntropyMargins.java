package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Softmax cross-entropy from the margins z - z[label]: the loss of a sample is the log of its sum of exp(margin). */
public final class CrossEntropyMargins implements Loss<IntTensor> {

    @Cached
    private Tensor logits; // (N, C)

    @Cached
    private IntTensor labels; // (N)

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.logits = logits;
        this.labels = labels;
        Tensor margins = logits.minus(logits.pick(labels).expand(1));
        Tensor max = margins.maxKeep(1);
        return margins.minus(max).exp().sumKeep(1).log().plus(max).sum() / logits.dim(0);
    }

    @Override
    public Tensor backward() {
        Tensor e = logits.minus(logits.maxKeep(1)).exp();
        Tensor dx = e.divide(e.sumKeep(1));
        for (int n = 0; n < dx.dim(0); n++) {
            dx.set(n, labels.get(n), dx.get(n, labels.get(n)) - 1);
        }
        return dx.divide(dx.dim(0));
    }
}
