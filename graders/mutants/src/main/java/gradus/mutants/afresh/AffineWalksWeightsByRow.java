package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Counts through the flat weights as if they were stored output by output. */
public final class AffineWalksWeightsByRow implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineWalksWeightsByRow(int inputs, int outputs) {
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
        double[] weights = w.value().toArray();
        int inputs = x.dim(1);
        double[][] dx = new double[dy.dim(0)][inputs];
        for (int n = 0; n < dx.length; n++) {
            for (int j = 0; j < dy.dim(1); j++) {
                for (int i = 0; i < inputs; i++) {
                    dx[n][i] += dy.get(n, j) * weights[j * inputs + i];
                }
            }
        }
        return Tensor.of(dx);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
