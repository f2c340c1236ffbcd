package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import java.util.Arrays;

/** Softmax whose backward keeps only the diagonal of the Jacobian. */
public final class SoftmaxLikeSigmoid implements Layer {
    @Cached
    private double[][] p;

    @Override
    public Tensor forward(Tensor x) {
        p = new double[x.dim(0)][];
        for (int i = 0; i < p.length; i++) {
            p[i] = softmax(x.select(0, i).toArray());
        }
        return Tensor.of(p);
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = Tensor.zeros(dy.shape());
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p[i].length; j++) {
                dx.set(i, j, p[i][j] * (1 - p[i][j]) * dy.get(i, j));
            }
        }
        return dx;
    }

    private static double[] softmax(double[] row) {
        double max = Arrays.stream(row).max().orElseThrow();
        double[] e = Arrays.stream(row).map(v -> Math.exp(v - max)).toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(v -> v / sum).toArray();
    }
}
