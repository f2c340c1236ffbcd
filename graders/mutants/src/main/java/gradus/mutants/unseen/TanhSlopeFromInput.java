package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Hyperbolic tangent whose slope is 1 - x². */
public final class TanhSlopeFromInput implements Layer {
    @Cached
    private Tensor x;

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.map(Math::tanh);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        double[] input = x.toArray();
        for (int i = 0; i < dx.length; i++) {
            dx[i] *= 1 - input[i] * input[i];
        }
        return Tensor.of(x.shape(), dx);
    }
}
