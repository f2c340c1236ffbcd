package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Multiplies dy by y and stops there: no inner product is taken off. */
public final class SoftmaxNothingSubtracted implements Layer {
    @Cached
    private Tensor soft;

    @Override
    public Tensor forward(Tensor x) {
        Tensor result = Tensor.zeros(x.dim(0), x.dim(1));
        for (int row = 0; row < x.dim(0); row++) {
            double max = Double.NEGATIVE_INFINITY;
            for (int col = 0; col < x.dim(1); col++) {
                max = Math.max(max, x.get(row, col));
            }
            double sum = 0;
            for (int col = 0; col < x.dim(1); col++) {
                sum += Math.exp(x.get(row, col) - max);
            }
            for (int col = 0; col < x.dim(1); col++) {
                result.set(row, col, Math.exp(x.get(row, col) - max) / sum);
            }
        }
        soft = result;
        return result;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = Tensor.zeros(dy.dim(0), dy.dim(1));
        for (int row = 0; row < dy.dim(0); row++) {
            for (int col = 0; col < dy.dim(1); col++) {
                dx.set(row, col, soft.get(row, col) * dy.get(row, col));
            }
        }
        return dx;
    }
}
