package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Takes target minus probability, as for the error of a regression. */
public final class CrossEntropyTargetMinusProbability implements Loss<IntTensor> {
    @Cached
    private Tensor logp;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor shifted = logits.minus(logits.maxKeep(1));
        logp = shifted.minus(shifted.exp().sumKeep(1).log());
        return -logp.pick(labels).sum() / logits.dim(0);
    }

    @Override
    public Tensor backward() {
        return oneHot(labels, logp.dim(1)).minus(logp.exp()).divide(logp.dim(0));
    }

    private static Tensor oneHot(IntTensor labels, int classes) {
        Tensor hot = Tensor.zeros(labels.size(), classes);
        for (int i = 0; i < labels.size(); i++) {
            hot.set(i, labels.get(i), 1);
        }
        return hot;
    }
}
