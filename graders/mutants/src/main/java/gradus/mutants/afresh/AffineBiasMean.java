package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Averages the bias gradient over the batch. */
public final class AffineBiasMean implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineBiasMean(int inputs, int outputs) {
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
        b.addGradient(dy.mean(0));
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
