package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** ReLU whose slope at zero is 1. */
public final class ReluPassesZero implements Layer {
    @Cached
    private double[] input;

    @Override
    public Tensor forward(Tensor x) {
        input = x.toArray();
        double[] y = new double[input.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(0, input[i]);
        }
        return Tensor.of(x.shape(), y);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        for (int i = 0; i < dx.length; i++) {
            if (!(input[i] >= 0)) {
                dx[i] = 0;
            }
        }
        return Tensor.of(dy.shape(), dx);
    }
}
