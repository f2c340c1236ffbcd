package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Adds up the whole upstream gradient and gives that number to every bias. */
public final class AffineOneSumForAllBiases implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineOneSumForAllBiases(int inputs, int outputs) {
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
        double sum = 0;
        for (int i = 0; i < dy.dim(0); i++) {
            for (int j = 0; j < dy.dim(1); j++) {
                sum += dy.get(i, j);
            }
        }
        Tensor db = Tensor.zeros(dy.dim(1));
        db.fill(sum);
        b.addGradient(db);
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
