package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Builds tanh(x) = 2 s(2x) - 1 on a sigmoid e^z / (1 + e^z) that overflows. */
public final class TanhFromOverflowingSigmoid implements Layer {
    @Cached
    private double[] t;

    @Override
    public Tensor forward(Tensor x) {
        t = x.toArray();
        for (int i = 0; i < t.length; i++) {
            double e = Math.exp(2 * t[i]);
            t[i] = 2 * (e / (1 + e)) - 1;
        }
        return Tensor.of(x.shape(), t);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        for (int i = 0; i < dx.length; i++) {
            dx[i] *= 1 - t[i] * t[i];
        }
        return Tensor.of(dy.shape(), dx);
    }
}
