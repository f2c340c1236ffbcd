package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Zeroes the blocked entries in the upstream gradient itself and hands that back. */
public final class ReluMasksUpstreamInPlace implements Layer {
    @Cached
    private double[] input;

    @Override
    public Tensor forward(Tensor x) {
        input = x.toArray();
        return x.maximum(0);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] g = dy.data();
        for (int i = 0; i < g.length; i++) {
            if (input[i] <= 0) {
                g[i] = 0;
            }
        }
        return dy;
    }
}
