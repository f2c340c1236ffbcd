package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Sends the upstream gradient through the weights themselves, not their transpose. */
public final class AffineForgetsToTransposeWeights implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineForgetsToTransposeWeights(int inputs, int outputs) {
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
        return dy.matmul(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
