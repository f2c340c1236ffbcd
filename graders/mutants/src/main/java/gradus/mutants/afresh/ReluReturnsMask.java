package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Returns the mask of ones and zeros in place of the masked upstream gradient. */
public final class ReluReturnsMask implements Layer {
    @Cached
    private boolean[] open;

    @Override
    public Tensor forward(Tensor x) {
        double[] values = x.toArray();
        open = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            open[i] = values[i] > 0;
            values[i] = Math.max(0, values[i]);
        }
        return Tensor.of(x.shape(), values);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = new double[open.length];
        for (int i = 0; i < dx.length; i++) {
            dx[i] = open[i] ? 1 : 0;
        }
        return Tensor.of(dy.shape(), dx);
    }
}
