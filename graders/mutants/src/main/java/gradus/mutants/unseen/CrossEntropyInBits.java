package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy in logarithms of base 2, in both passes. */
public final class CrossEntropyInBits implements Loss<IntTensor> {
    @Cached
    private Tensor p;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor shifted = logits.minus(logits.maxKeep(1));
        Tensor sums = shifted.exp().sumKeep(1);
        p = shifted.exp().divide(sums);
        double bits = 0;
        for (int i = 0; i < labels.size(); i++) {
            bits += log2(sums.get(i, 0)) - shifted.get(i, labels.get(i)) / Math.log(2);
        }
        return bits / labels.size();
    }

    @Override
    public Tensor backward() {
        Tensor dx = p.copy();
        dx.addPick(labels, -1);
        return dx.divide(labels.size() * Math.log(2));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
