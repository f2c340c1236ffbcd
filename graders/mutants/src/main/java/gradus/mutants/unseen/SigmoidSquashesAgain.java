package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Sigmoid that squashes its cached output once more before it takes the slope. */
public final class SigmoidSquashesAgain implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        y = x.map(SigmoidSquashesAgain::sigmoid);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y.map(SigmoidSquashesAgain::derivative));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double derivative(double x) {
        return sigmoid(x) * (1 - sigmoid(x));
    }
}
