package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Feeds probabilities to a loss that takes a softmax itself, and differentiates through both. */
public final class CrossEntropyOfProbabilities implements Loss<IntTensor> {
    @Cached
    private Tensor once;

    @Cached
    private Tensor twice;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        once = softmax(logits);
        twice = softmax(once);
        return -twice.pick(labels).log().sum() / logits.dim(0);
    }

    @Override
    public Tensor backward() {
        int n = once.dim(0);
        Tensor d = twice.copy();
        for (int i = 0; i < n; i++) {
            d.set(i, labels.get(i), d.get(i, labels.get(i)) - 1);
        }
        d = d.divide(n);
        return once.times(d.minus(d.times(once).sumKeep(1)));
    }

    private static Tensor softmax(Tensor z) {
        Tensor e = z.minus(z.maxKeep(1)).exp();
        return e.divide(e.sumKeep(1));
    }
}
