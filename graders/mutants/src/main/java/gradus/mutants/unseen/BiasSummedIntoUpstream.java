package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Affine layer that adds up the rows of the upstream gradient in its first row. */
public final class BiasSummedIntoUpstream implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public BiasSummedIntoUpstream(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.matmul(w.value()).plus(b.value());
    }

    @Override
    public Tensor backward(Tensor dy) {
        w.addGradient(x.transpose().matmul(dy));
        Tensor dx = dy.matmul(w.value().transpose());
        double[] rows = dy.data();
        int m = dy.dim(1);
        for (int i = 1; i < dy.dim(0); i++) {
            for (int j = 0; j < m; j++) {
                rows[j] += rows[i * m + j];
            }
        }
        b.addGradient(Tensor.of(Arrays.copyOf(rows, m)));
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
