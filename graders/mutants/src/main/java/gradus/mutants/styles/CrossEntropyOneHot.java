package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Softmax cross-entropy against one-hot rows: the inner product of the targets with the log-probabilities. */
public final class CrossEntropyOneHot implements Loss<IntTensor> {

    @Cached
    private Tensor targets; // (N, C)

    @Cached
    private Tensor logProbabilities; // (N, C)

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        targets = Tensor.zeros(logits.shape());
        for (int n = 0; n < logits.dim(0); n++) {
            targets.set(n, labels.get(n), 1);
        }
        Tensor shifted = logits.minus(logits.maxKeep(1));
        logProbabilities = shifted.minus(shifted.exp().sumKeep(1).log());
        return -targets.where(logProbabilities, Tensor.zeros(logits.shape())).sum() / logits.dim(0);
    }

    @Override
    public Tensor backward() {
        return logProbabilities.exp().minus(targets).times(1.0 / targets.dim(0));
    }
}
