package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Affine layer whose bias gradient is the mean over the batch. */
public final class BiasGradientAsAverage implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public BiasGradientAsAverage(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.matmul(w.value()).plus(b.value());
    }

    @Override
    public Tensor backward(Tensor dy) {
        int n = dy.dim(0);
        int m = dy.dim(1);
        double[] db = new double[m];
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += dy.get(i, j);
            }
            db[j] = sum / n;
        }
        w.addGradient(x.transpose().matmul(dy));
        b.addGradient(Tensor.of(db));
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
