package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** ReLU whose slope at zero is one half. */
public final class ReluSplitsZero implements Layer {
    @Cached
    private Tensor slope;

    @Override
    public Tensor forward(Tensor x) {
        slope = x.map(ReluSplitsZero::slope);
        return x.maximum(0);
    }

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(slope);
    }

    private static double slope(double x) {
        if (x == 0) {
            return 0.5;
        }
        return x > 0 ? 1 : 0;
    }
}
