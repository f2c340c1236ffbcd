package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Writes {@code =} where the loop over samples needs {@code +=}. */
public final class AffineKeepsLastSample implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineKeepsLastSample(int inputs, int outputs) {
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
        int batch = x.dim(0);
        int in = x.dim(1);
        int out = dy.dim(1);
        double[][] dw = new double[in][out];
        double[] db = new double[out];
        double[][] dx = new double[batch][in];
        for (int n = 0; n < batch; n++) {
            for (int k = 0; k < out; k++) {
                double g = dy.get(n, k);
                db[k] += g;
                for (int i = 0; i < in; i++) {
                    dw[i][k] = x.get(n, i) * g;
                    dx[n][i] += g * w.value().get(i, k);
                }
            }
        }
        w.addGradient(Tensor.of(dw));
        b.addGradient(Tensor.of(db));
        return Tensor.of(dx);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
