package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Subtracts the largest entry of the whole batch from every row. */
public final class SoftmaxOneMaximum implements Layer {
    @Cached
    private double[][] p;

    @Override
    public Tensor forward(Tensor x) {
        int n = x.dim(0);
        int c = x.dim(1);
        double largest = x.get(0, 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < c; j++) {
                largest = Math.max(largest, x.get(i, j));
            }
        }
        p = new double[n][c];
        for (int i = 0; i < n; i++) {
            double total = 0;
            for (int j = 0; j < c; j++) {
                p[i][j] = Math.exp(x.get(i, j) - largest);
                total += p[i][j];
            }
            for (int j = 0; j < c; j++) {
                p[i][j] /= total;
            }
        }
        return Tensor.of(p);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[][] dx = new double[p.length][dy.dim(1)];
        for (int i = 0; i < p.length; i++) {
            double dot = 0;
            for (int j = 0; j < dx[i].length; j++) {
                dot += p[i][j] * dy.get(i, j);
            }
            for (int j = 0; j < dx[i].length; j++) {
                dx[i][j] = p[i][j] * (dy.get(i, j) - dot);
            }
        }
        return Tensor.of(dx);
    }
}
