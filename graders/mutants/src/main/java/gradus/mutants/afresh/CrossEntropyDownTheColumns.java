package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Normalises over the samples instead of the classes, in both passes. */
public final class CrossEntropyDownTheColumns implements Loss<IntTensor> {
    @Cached
    private Tensor logp;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor shifted = logits.minus(logits.maxKeep(0));
        logp = shifted.minus(shifted.exp().sumKeep(0).log());
        return -logp.pick(labels).sum() / logits.dim(0);
    }

    @Override
    public Tensor backward() {
        Tensor g = oneHot(labels, logp.dim(1)).divide(-logp.dim(0));
        return g.minus(logp.exp().times(g.sumKeep(0)));
    }

    private static Tensor oneHot(IntTensor labels, int classes) {
        Tensor hot = Tensor.zeros(labels.size(), classes);
        for (int i = 0; i < labels.size(); i++) {
            hot.set(i, labels.get(i), 1);
        }
        return hot;
    }
}
