package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** The affine layer as one product: a column of ones is appended to x, and b is the last row of the weights. */
public final class AffineAugmented implements Layer {

    private final int D;
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x1; // (N, D + 1)

    public AffineAugmented(int inputs, int outputs) {
        D = inputs;
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        x1 = Tensor.concat(1, x, Tensor.ones(x.dim(0), 1));
        return x1.matmul(weights());
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor gradients = x1.transposedMatmul(dy);
        w.addGradient(gradients.slice(0, 0, D));
        b.addGradient(gradients.select(0, D));
        return dy.matmulTransposed(weights()).slice(1, 0, D);
    }

    private Tensor weights() {
        return Tensor.concat(0, w.value(), b.value().expand(0));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
