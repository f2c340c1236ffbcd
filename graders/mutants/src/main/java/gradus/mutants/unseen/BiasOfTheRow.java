package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Affine layer that adds bias i to all of row i, and collects its gradient there. */
public final class BiasOfTheRow implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public BiasOfTheRow(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        Tensor y = x.matmul(w.value());
        for (int i = 0; i < y.dim(0); i++) {
            for (int j = 0; j < y.dim(1); j++) {
                y.set(i, j, y.get(i, j) + b.value().get(i));
            }
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor db = Tensor.zeros(b.value().shape());
        for (int i = 0; i < dy.dim(0); i++) {
            for (int j = 0; j < dy.dim(1); j++) {
                db.set(i, db.get(i) + dy.get(i, j));
            }
        }
        w.addGradient(x.transpose().matmul(dy));
        b.addGradient(db);
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
