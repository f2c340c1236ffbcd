package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy that keeps small probabilities away from zero in the loss alone. */
public final class CrossEntropyClipsTheLoss implements Loss<IntTensor> {
    private static final double EPS = 1e-12;

    @Cached
    private Tensor p;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor e = logits.minus(logits.maxKeep(1)).exp();
        p = e.divide(e.sumKeep(1));
        double loss = 0;
        for (int i = 0; i < labels.size(); i++) {
            loss -= Math.log(Math.max(p.get(i, labels.get(i)), EPS));
        }
        return loss / labels.size();
    }

    @Override
    public Tensor backward() {
        Tensor dx = p.copy();
        for (int i = 0; i < labels.size(); i++) {
            dx.set(i, labels.get(i), p.get(i, labels.get(i)) - 1);
        }
        return dx.divide(labels.size());
    }
}
