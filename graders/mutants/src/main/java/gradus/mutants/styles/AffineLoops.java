package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** The affine layer in plain loops, one entry at a time; the input is copied. */
public final class AffineLoops implements Layer {

    private final int D;
    private final int M;
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private double[][] x; // (N, D)

    public AffineLoops(int inputs, int outputs) {
        D = inputs;
        M = outputs;
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor input) {
        int N = input.dim(0);
        x = new double[N][D];
        Tensor y = Tensor.zeros(N, M);
        for (int n = 0; n < N; n++) {
            for (int d = 0; d < D; d++) {
                x[n][d] = input.get(n, d);
            }
            for (int m = 0; m < M; m++) {
                y.set(n, m, output(n, m));
            }
        }
        return y;
    }

    private double output(int n, int m) {
        double sum = b.value().get(m);
        for (int d = 0; d < D; d++) {
            sum += x[n][d] * w.value().get(d, m);
        }
        return sum;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = Tensor.zeros(x.length, D);
        Tensor dw = Tensor.zeros(D, M);
        Tensor db = Tensor.zeros(M);
        for (int n = 0; n < x.length; n++) {
            for (int m = 0; m < M; m++) {
                double g = dy.get(n, m);
                db.set(m, db.get(m) + g);
                for (int d = 0; d < D; d++) {
                    dw.set(d, m, dw.get(d, m) + x[n][d] * g);
                    dx.set(n, d, dx.get(n, d) + w.value().get(d, m) * g);
                }
            }
        }
        w.addGradient(dw);
        b.addGradient(db);
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
