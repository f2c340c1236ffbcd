package gradus.exercises.dense;

import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** y = x w + b, with the loops written out. */
public final class Affine implements Layer {
    private final int inputs;
    private final int outputs;
    private final Parameter w;
    private final Parameter b;
    private Tensor lastX;

    public Affine(int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        lastX = x;
        Tensor y = Tensor.zeros(x.dim(0), outputs);
        for (int n = 0; n < x.dim(0); n++) {
            for (int m = 0; m < outputs; m++) {
                double sum = b.value().get(m);
                for (int d = 0; d < inputs; d++) {
                    sum += x.get(n, d) * w.value().get(d, m);
                }
                y.set(n, m, sum);
            }
        }
        return y;
    }

    @Override
    public Tensor backward(Tensor dy) {
        int samples = lastX.dim(0);
        Tensor dx = Tensor.zeros(samples, inputs);
        Tensor dw = Tensor.zeros(inputs, outputs);
        Tensor db = Tensor.zeros(outputs);
        for (int n = 0; n < samples; n++) {
            for (int m = 0; m < outputs; m++) {
                double g = dy.get(n, m);
                db.set(m, db.get(m) + g);
                for (int d = 0; d < inputs; d++) {
                    dx.set(n, d, dx.get(n, d) + g * w.value().get(d, m));
                    dw.set(d, m, dw.get(d, m) + g * lastX.get(n, d));
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
