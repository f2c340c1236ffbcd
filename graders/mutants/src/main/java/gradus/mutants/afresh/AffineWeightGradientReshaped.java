package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** Has dW transposed, and silences the complaint about its shape with a reshape. */
public final class AffineWeightGradientReshaped implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineWeightGradientReshaped(int inputs, int outputs) {
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
        Tensor dw = dy.transposedMatmul(x);
        w.addGradient(dw.reshape(w.value().shape()));
        b.addGradient(dy.sum(0));
        return dy.matmulTransposed(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
