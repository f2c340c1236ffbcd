package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Averages the loss and hands back the gradient of the sum. */
public final class CrossEntropyGradientOfSum implements Loss<IntTensor> {
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
            double max = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < c; j++) {
                max = Math.max(max, logits.get(i, j));
            }
            double sum = 0;
            for (int j = 0; j < c; j++) {
                p[i][j] = Math.exp(logits.get(i, j) - max);
                sum += p[i][j];
            }
            for (int j = 0; j < c; j++) {
                p[i][j] /= sum;
            }
            loss += max + Math.log(sum) - logits.get(i, labels.get(i));
        }
        return loss / n;
    }

    @Override
    public Tensor backward() {
        double[][] grad = new double[p.length][];
        for (int i = 0; i < p.length; i++) {
            grad[i] = p[i].clone();
            grad[i][labels.get(i)] -= 1;
        }
        return Tensor.of(grad);
    }
}
