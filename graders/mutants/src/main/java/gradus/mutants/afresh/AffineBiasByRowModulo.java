package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Looks the bias up by the row, and starts over when the rows outnumber the biases. */
public final class AffineBiasByRowModulo implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineBiasByRowModulo(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        int m = b.value().size();
        double[][] y = new double[x.dim(0)][m];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < m; j++) {
                y[i][j] = b.value().get(i % m);
                for (int k = 0; k < x.dim(1); k++) {
                    y[i][j] += x.get(i, k) * w.value().get(k, j);
                }
            }
        }
        return Tensor.of(y);
    }

    @Override
    public Tensor backward(Tensor dy) {
        w.addGradient(x.transposedMatmul(dy));
        int m = dy.dim(1);
        Tensor db = Tensor.zeros(m);
        for (int i = 0; i < dy.dim(0); i++) {
            for (int j = 0; j < m; j++) {
                db.set(i % m, db.get(i % m) + dy.get(i, j));
            }
        }
        b.addGradient(db);
        return dy.matmulTransposed(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
