package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Averages its parameter gradients with 1 / N in whole numbers, which is 0 from two samples on. */
public final class AffineIntegerAverage implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineIntegerAverage(int inputs, int outputs) {
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
        int scale = 1 / batch;
        w.addGradient(x.transpose().matmul(dy).times(scale));
        b.addGradient(dy.sum(0).times(scale));
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
