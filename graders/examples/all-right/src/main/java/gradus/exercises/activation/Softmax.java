package gradus.exercises.activation;

import gradus.tensor.Layer;
import gradus.tensor.Tensor;

public final class Softmax implements Layer {
    private double[][] p;

    @Override
    public Tensor forward(Tensor x) {
        int rows = x.dim(0);
        int columns = x.dim(1);
        p = new double[rows][columns];
        for (int n = 0; n < rows; n++) {
            double top = x.get(n, 0);
            for (int c = 1; c < columns; c++) {
                top = Math.max(top, x.get(n, c));
            }
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                p[n][c] = Math.exp(x.get(n, c) - top);
                sum += p[n][c];
            }
            for (int c = 0; c < columns; c++) {
                p[n][c] /= sum;
            }
        }
        return Tensor.of(p);
    }

    /** The full Jacobian of each row: p[i] (1 - p[i]) on the diagonal, -p[i] p[j] beside it. */
    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = Tensor.zeros(dy.dim(0), dy.dim(1));
        for (int n = 0; n < dy.dim(0); n++) {
            for (int j = 0; j < dy.dim(1); j++) {
                double sum = 0;
                for (int i = 0; i < dy.dim(1); i++) {
                    double slope = i == j ? p[n][i] * (1 - p[n][i]) : -p[n][i] * p[n][j];
                    sum += dy.get(n, i) * slope;
                }
                dx.set(n, j, sum);
            }
        }
        return dx;
    }
}
