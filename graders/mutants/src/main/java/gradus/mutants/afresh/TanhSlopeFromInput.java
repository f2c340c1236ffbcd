package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Squares the input instead of the output. */
public final class TanhSlopeFromInput implements Layer {
    @Cached
    private double[] xs;

    @Override
    public Tensor forward(Tensor x) {
        xs = x.toArray();
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            ys[i] = Math.tanh(xs[i]);
        }
        return Tensor.of(x.shape(), ys);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        for (int i = 0; i < dx.length; i++) {
            dx[i] = dx[i] * (1 - xs[i] * xs[i]);
        }
        return Tensor.of(dy.shape(), dx);
    }
}
