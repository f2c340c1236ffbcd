package gradus.demo.toy;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

/** y = x w, without a bias: x (N, D), w (D, M), y (N, M). Backward: dx = dy wᵀ; dw += xᵀ dy. */
final class Product implements Layer {
    private final Parameter w; // (D, M)

    @Cached
    private Tensor x; // (N, D)

    Product(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.matmul(w.value());
    }

    @Override
    public Tensor backward(Tensor dy) {
        w.addGradient(x.transposedMatmul(dy));
        return dy.matmulTransposed(w.value());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w);
    }
}
