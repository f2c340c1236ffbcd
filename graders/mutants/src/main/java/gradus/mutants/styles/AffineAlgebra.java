package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** The affine layer in the algebra; every gradient is a method of its own, so that a mutant can replace it alone. */
public class AffineAlgebra implements Layer {

    protected final Parameter w; // (D, M)
    protected final Parameter b; // (M)

    @Cached
    protected Tensor x; // (N, D)

    public AffineAlgebra(int inputs, int outputs) {
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
        w.addGradient(dw(dy));
        b.addGradient(db(dy));
        return dx(dy);
    }

    protected Tensor dw(Tensor dy) {
        return x.transpose().matmul(dy);
    }

    protected Tensor db(Tensor dy) {
        return dy.sum(0);
    }

    protected Tensor dx(Tensor dy) {
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
