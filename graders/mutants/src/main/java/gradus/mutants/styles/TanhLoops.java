package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;

/** The hyperbolic tangent in one loop; its slope is 1 / cosh² of a copy of the input. */
public final class TanhLoops implements Layer {

    @Cached
    private double[] x;

    @Override
    public Tensor forward(Tensor input) {
        x = input.toArray();
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.tanh(x[i]);
        }
        return Tensor.of(input.shape(), y);
    }

    @Override
    public Tensor backward(Tensor dy) {
        double[] dx = dy.toArray();
        for (int i = 0; i < dx.length; i++) {
            double cosh = Math.cosh(x[i]);
            dx[i] /= cosh * cosh;
        }
        return Tensor.of(dy.shape(), dx);
    }
}
