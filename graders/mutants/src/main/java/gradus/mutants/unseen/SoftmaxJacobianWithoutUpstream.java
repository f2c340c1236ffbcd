package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** Softmax whose backward adds up the Jacobian without the upstream gradient. */
public final class SoftmaxJacobianWithoutUpstream implements Layer {
    @Cached
    private Tensor y;

    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.minus(x.maxKeep(1)).exp();
        y = e.divide(e.sumKeep(1));
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        int n = dy.dim(0);
        int c = dy.dim(1);
        Tensor dx = Tensor.zeros(n, c);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < c; k++) {
                double sum = 0;
                for (int j = 0; j < c; j++) {
                    double jacobian = y.get(i, j) * ((j == k ? 1 : 0) - y.get(i, k));
                    sum += jacobian;
                }
                dx.set(i, k, sum);
            }
        }
        return dx;
    }
}
