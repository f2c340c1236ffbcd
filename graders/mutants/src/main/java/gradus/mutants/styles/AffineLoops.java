package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** The affine layer in plain loops, one entry at a time; the input is copied. */
public final class AffineLoops implements Layer {

    private final int inputs;
    private final int outputs;
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private double[][] x; // (N, D)

    public AffineLoops(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor input) {
        int N = input.dim(0);
        x = new double[N][inputs];
        Tensor y = Tensor.zeros(N, outputs);
        for (int n = 0; n < N; n++) {
            for (int d = 0; d < inputs; d++) {
                x[n][d] = input.get(n, d);
            }
            for (int m = 0; m < outputs; m++) {
                y.set(n, m, output(n, m));
            }
        }
        return y;
    }

    private double output(int n, int m) {
        double sum = b.value().get(m);
        for (int d = 0; d < inputs; d++) {
            sum += x[n][d] * w.value().get(d, m);
        }
        return sum;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor dx = Tensor.zeros(x.length, inputs);
        Tensor dw = Tensor.zeros(inputs, outputs);
        Tensor db = Tensor.zeros(outputs);
        for (int n = 0; n < x.length; n++) {
            for (int m = 0; m < outputs; m++) {
                double g = dy.get(n, m);
                db.set(m, db.get(m) + g);
                for (int d = 0; d < inputs; d++) {
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
