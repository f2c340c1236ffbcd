package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy whose gradient is the target minus the probability. */
public final class CrossEntropyTargetMinusProbability implements Loss<IntTensor> {
    @Cached
    private Tensor p;

    @Cached
    private Tensor target;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        target = oneHot(labels, logits.dim(1));
        Tensor shifted = logits.minus(logits.maxKeep(1));
        Tensor logSum = shifted.exp().sumKeep(1).log();
        p = shifted.minus(logSum).exp();
        return target.times(logSum.minus(shifted)).sum() / labels.size();
    }

    @Override
    public Tensor backward() {
        return target.minus(p).divide(p.dim(0));
    }

    private static Tensor oneHot(IntTensor labels, int classes) {
        Tensor oneHot = Tensor.zeros(labels.size(), classes);
        for (int i = 0; i < labels.size(); i++) {
            oneHot.set(i, labels.get(i), 1);
        }
        return oneHot;
    }
}
