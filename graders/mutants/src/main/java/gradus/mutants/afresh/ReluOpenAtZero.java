package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Blocks only where x < 0, so that the slope at zero is 1. */
public final class ReluOpenAtZero implements Layer {
    @Cached
    private double[] xs;

    @Override
    public Tensor forward(Tensor x) {
        xs = x.toArray();
        double[] out = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            out[i] = Math.max(0, xs[i]);
        }
        return Tensor.of(x.shape(), out);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        for (int i = 0; i < dx.length; i++) {
            if (xs[i] < 0) {
                dx[i] = 0;
            }
        }
        return Tensor.of(dy.shape(), dx);
    }
}
