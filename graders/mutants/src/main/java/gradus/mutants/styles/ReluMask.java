package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** ReLU as a product with a mask of zeros and ones, which is all that it keeps. */
public final class ReluMask implements Layer {

    @Cached
    private Tensor mask;

    @Override
    public Tensor forward(Tensor x) {
        mask = x.greater(0);
        return x.times(mask);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(mask);
    }
}
