package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Affine layer whose weight gradient is assigned sample by sample, so that only the last one stays. */
public final class WeightGradientOverwritten implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private double[][] input;

    public WeightGradientOverwritten(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        int n = x.dim(0);
        int d = x.dim(1);
        int m = b.value().dim(0);
        input = new double[n][d];
        Tensor y = Tensor.zeros(n, m);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                input[i][k] = x.get(i, k);
            }
            for (int j = 0; j < m; j++) {
                double sum = b.value().get(j);
                for (int k = 0; k < d; k++) {
                    sum += input[i][k] * w.value().get(k, j);
                }
                y.set(i, j, sum);
            }
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        int n = input.length;
        int d = w.value().dim(0);
        int m = w.value().dim(1);
        Tensor dw = Tensor.zeros(d, m);
        Tensor dx = Tensor.zeros(n, d);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                double sum = 0;
                for (int j = 0; j < m; j++) {
                    dw.set(k, j, input[i][k] * dy.get(i, j));
                    sum += dy.get(i, j) * w.value().get(k, j);
                }
                dx.set(i, k, sum);
            }
        }
        w.addGradient(dw);
        b.addGradient(dy.sum(0));
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
