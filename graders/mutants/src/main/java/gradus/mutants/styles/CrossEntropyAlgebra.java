package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Softmax cross-entropy in the algebra: mean over N of log sum exp(logits) - logits[label]; dx = (p - onehot) / N. */
public class CrossEntropyAlgebra implements Loss<IntTensor> {

    @Cached
    protected Tensor p; // (N, C)

    @Cached
    protected IntTensor labels; // (N)

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor shifted = logits.minus(shift(logits));
        Tensor sum = shifted.exp().sumKeep(1);
        p = shifted.exp().divide(sum);
        return average(sum.log().minus(shifted).pick(labels));
    }

    @Override
    public Tensor backward() {
        return p.minus(onehot()).divide(p.dim(0));
    }

    /** Returns what is subtracted before exp, (N, 1): the maximum of each row. */
    protected Tensor shift(Tensor logits) {
        return logits.maxKeep(1);
    }

    /** Returns the loss of the batch for the losses of its samples, (N). */
    protected double average(Tensor losses) {
        return losses.sum() / losses.size();
    }

    /** Returns 1 at each sample's label and 0 elsewhere, (N, C). */
    protected Tensor onehot() {
        return Tensor.eye(p.dim(1)).take(labels);
    }
}
