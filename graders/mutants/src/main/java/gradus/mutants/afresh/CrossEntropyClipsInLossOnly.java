package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Loss;
import gradus.tensor.Tensor;

/** Clips the probability before the logarithm and differentiates as if it had not. */
public final class CrossEntropyClipsInLossOnly implements Loss<IntTensor> {
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
            double safe = Math.min(Math.max(p[i][labels.get(i)], 1e-7), 1 - 1e-7);
            loss -= Math.log(safe);
        }
        return loss / n;
    }

    @Override
    public Tensor backward() {
        int n = p.length;
        double[][] grad = new double[p.length][];
        for (int i = 0; i < p.length; i++) {
            grad[i] = p[i].clone();
            grad[i][labels.get(i)] -= 1;
            for (int j = 0; j < grad[i].length; j++) {
                grad[i][j] /= n;
            }
        }
        return Tensor.of(grad);
    }
}
