package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Looks the bias up by the row, on the way there and on the way back. */
public final class AffineBiasByRow implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineBiasByRow(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        Tensor y = x.matmul(w.value());
        for (int row = 0; row < y.dim(0); row++) {
            for (int col = 0; col < y.dim(1); col++) {
                y.set(row, col, y.get(row, col) + b.value().get(row));
            }
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        w.addGradient(x.transpose().matmul(dy));
        double[] db = new double[dy.dim(1)];
        for (int row = 0; row < dy.dim(0); row++) {
            for (int col = 0; col < dy.dim(1); col++) {
                db[row] += dy.get(row, col);
            }
        }
        b.addGradient(Tensor.of(db));
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
