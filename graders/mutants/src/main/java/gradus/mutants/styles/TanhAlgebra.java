package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** The hyperbolic tangent in the algebra; keeps its output. */
public class TanhAlgebra implements Layer {

    @Cached
    protected Tensor x;

    @Cached
    protected Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        y = x.tanh();
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return y.square().oneMinus().times(dy);
    }
}
