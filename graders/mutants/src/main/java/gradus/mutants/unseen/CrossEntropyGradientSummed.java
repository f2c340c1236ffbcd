package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Cross-entropy averaged over the batch whose gradient is not. */
public final class CrossEntropyGradientSummed implements Loss<IntTensor> {
    @Cached
    private double[][] p;

    @Cached
    private IntTensor labels;

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        int n = logits.dim(0);
        int c = logits.dim(1);
        p = new double[n][c];
        double loss = 0;
        for (int i = 0; i < n; i++) {
            double max = logits.select(0, i).max();
            double sum = 0;
            for (int j = 0; j < c; j++) {
                p[i][j] = Math.exp(logits.get(i, j) - max);
                sum += p[i][j];
            }
            for (int j = 0; j < c; j++) {
                p[i][j] /= sum;
            }
            loss += Math.log(sum) + max - logits.get(i, labels.get(i));
        }
        return loss / n;
    }

    @Override
    public Tensor backward() {
        Tensor dx = Tensor.of(p);
        for (int i = 0; i < p.length; i++) {
            int label = labels.get(i);
            dx.set(i, label, p[i][label] - 1);
        }
        return dx;
    }
}
