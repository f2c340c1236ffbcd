package gradus.exercises.dense;

import gradus.tensor.Layer;
import gradus.tensor.NotAttempted;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;

public final class Affine implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    public Affine(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        System.out.println("x hat die Größe " + x.shape());
        return b.value().plus(x.matmul(w.value()));
    }

    @Override
    public Tensor backward(Tensor dy) {
        throw new NotAttempted();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
