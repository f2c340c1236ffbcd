package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Affine layer that hands the sum of all upstream entries to every bias. */
public final class BiasGradientOneTotal implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public BiasGradientOneTotal(int inputs, int outputs) {
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
        Tensor dw = x.transpose().matmul(dy);
        Tensor db = Tensor.full(b.value().shape(), dy.sum());
        Tensor dx = dy.matmul(w.value().transpose());
        w.addGradient(dw);
        b.addGradient(db);
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
