package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Affine layer that transposes the entries of its input where they lie. */
public final class BatchTransposedInPlace implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public BatchTransposedInPlace(int inputs, int outputs) {
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
        DMatrixRMaj xt = x.matrix();
        CommonOps_DDRM.transpose(xt);
        DMatrixRMaj dw = new DMatrixRMaj(xt.numRows, dy.dim(1));
        CommonOps_DDRM.mult(xt, dy.matrix(), dw);
        w.addGradient(Tensor.of(dw));
        b.addGradient(dy.sum(0));
        return dy.matmul(w.value().transpose());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
