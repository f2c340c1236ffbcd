package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/**
 * The affine map of every position on its own: y = x w + b, with x (N, T, D), w (D, M), b (M), y (N, T, M). All positions
 * of all samples are rows of one matrix, so the gradients of w and b are sums over samples and positions.
 */
final class Projection implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x; // (N, T, D)

    /** Makes the map from D inputs to M outputs with parameters named like {@code wq} and {@code bq}. */
    Projection(String suffix, int inputs, int outputs) {
        w = new Parameter("w" + suffix, inputs, outputs);
        b = new Parameter("b" + suffix, outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.matmul(w.value()).plus(b.value());
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor rows = rows(dy);
        w.addGradient(rows(x).transposedMatmul(rows));
        b.addGradient(rows.sum(0));
        return dy.matmulTransposed(w.value());
    }

    /** (N, T, D) as (N · T, D). */
    private static Tensor rows(Tensor x) {
        return x.reshape(x.dim(0) * x.dim(1), x.dim(2));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
