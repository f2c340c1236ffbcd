package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Affine layer that returns the input gradient as one long vector. */
public final class InputGradientStaysFlat implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public InputGradientStaysFlat(int inputs, int outputs) {
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
        w.addGradient(x.transpose().matmul(dy));
        b.addGradient(dy.sum(0));
        return Tensor.of(inputGradient(dy.toArray(), w.value().toArray()));
    }

    private double[] inputGradient(double[] dy, double[] weights) {
        int n = x.dim(0);
        int d = x.dim(1);
        int m = b.value().dim(0);
        double[] dx = new double[n * d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                for (int j = 0; j < m; j++) {
                    dx[i * d + k] += dy[i * m + j] * weights[k * m + j];
                }
            }
        }
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
