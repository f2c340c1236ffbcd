package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Affine layer that sends the upstream gradient through w as it stands. */
public final class InputGradientForgetsTranspose implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public InputGradientForgetsTranspose(int inputs, int outputs) {
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
        w.addGradient(x.transposedMatmul(dy));
        b.addGradient(dy.sumTo(b.value().shape()));
        return dy.matmul(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
