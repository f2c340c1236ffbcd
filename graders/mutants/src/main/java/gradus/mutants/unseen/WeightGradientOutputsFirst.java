package gradus.mutants.unseen;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Affine layer whose weight gradient is the product of upstream and input the other way round. */
public final class WeightGradientOutputsFirst implements Layer {
    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private Tensor x;

    public WeightGradientOutputsFirst(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        DMatrixRMaj xw = new DMatrixRMaj(x.dim(0), b.value().dim(0));
        CommonOps_DDRM.mult(x.matrix(), w.value().matrix(), xw);
        return Tensor.of(xw).plus(b.value());
    }

    @Override
    public Tensor backward(Tensor dy) {
        int d = x.dim(1);
        int m = dy.dim(1);
        DMatrixRMaj dw = new DMatrixRMaj(m, d);
        CommonOps_DDRM.multTransA(dy.matrix(), x.matrix(), dw);
        w.addGradient(Tensor.of(dw));
        b.addGradient(dy.sum(0));
        DMatrixRMaj dx = new DMatrixRMaj(dy.dim(0), d);
        CommonOps_DDRM.multTransB(dy.matrix(), w.value().matrix(), dx);
        return Tensor.of(dx);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
