package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy added up over the batch, in both passes. */
public final class CrossEntropySummedOverBatch implements Loss<IntTensor> {
    @Cached
    private Tensor p;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        double loss = 0;
        p = Tensor.zeros(logits.shape());
        for (int i = 0; i < logits.dim(0); i++) {
            Tensor row = logits.select(0, i);
            Tensor shifted = row.minus(row.max());
            double sum = shifted.exp().sum();
            p.put(0, i, shifted.exp().divide(sum).expand(0));
            loss += Math.log(sum) - shifted.get(labels.get(i));
        }
        return loss;
    }

    @Override
    public Tensor backward() {
        Tensor dx = p.copy();
        dx.addPick(labels, -1);
        return dx;
    }
}
