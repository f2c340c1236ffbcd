package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy whose gradient is divided by N in the loop and again at the end. */
public final class CrossEntropyAveragedTwice implements Loss<IntTensor> {
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
        int n = p.dim(0);
        Tensor dx = Tensor.zeros(p.shape());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p.dim(1); j++) {
                double target = j == labels.get(i) ? 1 : 0;
                dx.set(i, j, (p.get(i, j) - target) / n);
            }
        }
        return dx.divide(n);
    }
}
