package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Caches the output and squashes it once more on the way back. */
public final class SigmoidAppliedAgain implements Layer {
    @Cached
    private double[] cache;

    @Override
    public Tensor forward(Tensor x) {
        cache = x.toArray();
        for (int i = 0; i < cache.length; i++) {
            cache[i] = sigmoid(cache[i]);
        }
        return Tensor.of(x.shape(), cache);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        for (int i = 0; i < dx.length; i++) {
            double s = sigmoid(cache[i]);
            dx[i] *= s * (1 - s);
        }
        return Tensor.of(dy.shape(), dx);
    }

    private static double sigmoid(double v) {
        return 1 / (1 + Math.exp(-v));
    }
}
