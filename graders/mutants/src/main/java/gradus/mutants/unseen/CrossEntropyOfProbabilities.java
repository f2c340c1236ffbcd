package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy that takes the softmax of a softmax, and differentiates both. */
public final class CrossEntropyOfProbabilities implements Loss<IntTensor> {
    @Cached
    private Tensor p;

    @Cached
    private Tensor q;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        p = softmax(logits);
        q = softmax(p);
        return -q.pick(labels).log().mean();
    }

    @Override
    public Tensor backward() {
        Tensor dp = q.copy();
        dp.addPick(labels, -1);
        dp = dp.divide(labels.size());
        return p.times(dp.minus(dp.times(p).sumKeep(1)));
    }

    private static Tensor softmax(Tensor x) {
        Tensor e = x.minus(x.maxKeep(1)).exp();
        return e.divide(e.sumKeep(1));
    }
}
