package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Lets EJML transpose the matrix of dy in place, and with it the upstream gradient of the caller. */
public final class AffineTransposesUpstreamInPlace implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineTransposesUpstreamInPlace(int inputs, int outputs) {
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
        DMatrixRMaj g = dy.matrix();
        b.addGradient(dy.sum(0));
        DMatrixRMaj dx = CommonOps_DDRM.multTransB(g, w.value().matrix(), null);
        CommonOps_DDRM.transpose(g);
        DMatrixRMaj dw = CommonOps_DDRM.mult(g, x.matrix(), null);
        CommonOps_DDRM.transpose(dw);
        w.addGradient(Tensor.of(dw));
        return Tensor.of(dx);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
