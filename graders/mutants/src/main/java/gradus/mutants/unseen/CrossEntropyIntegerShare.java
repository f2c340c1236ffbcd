package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy whose gradient is multiplied by 1 / N of two integers. */
public final class CrossEntropyIntegerShare implements Loss<IntTensor> {
    @Cached
    private Tensor p;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor shifted = logits.minus(logits.maxKeep(1));
        Tensor logP = shifted.minus(shifted.exp().sumKeep(1).log());
        p = logP.exp();
        return -logP.pick(labels).mean();
    }

    @Override
    public Tensor backward() {
        var share = 1 / labels.size();
        Tensor dx = p.copy();
        dx.addPick(labels, -1);
        return dx.times(share);
    }
}
