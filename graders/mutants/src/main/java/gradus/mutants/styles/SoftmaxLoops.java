package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Softmax row by row in plain loops over arrays of its own. */
public final class SoftmaxLoops implements Layer {

    @Cached
    private double[][] y; // (N, C)

    @Override
    public Tensor forward(Tensor x) {
        y = new double[x.dim(0)][x.dim(1)];
        for (int n = 0; n < y.length; n++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int c = 0; c < y[n].length; c++) {
                max = Math.max(max, x.get(n, c));
            }
            double sum = 0;
            for (int c = 0; c < y[n].length; c++) {
                y[n][c] = Math.exp(x.get(n, c) - max);
                sum += y[n][c];
            }
            for (int c = 0; c < y[n].length; c++) {
                y[n][c] /= sum;
            }
        }
        return Tensor.of(y);
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = Tensor.zeros(dy.shape());
        for (int n = 0; n < y.length; n++) {
            for (int i = 0; i < y[n].length; i++) {
                double sum = 0;
                for (int j = 0; j < y[n].length; j++) {
                    sum += dy.get(n, j) * y[n][j] * ((i == j ? 1 : 0) - y[n][i]);
                }
                dx.set(n, i, sum);
            }
        }
        return dx;
    }
}
