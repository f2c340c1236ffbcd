package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The affine layer with EJML's matrix products on storage shared with the tensors. */
public final class AffineEjml implements Layer {

    private final Parameter w; // (D, M)
    private final Parameter b; // (M)

    @Cached
    private DMatrixRMaj x; // (N, D)

    public AffineEjml(int inputs, int outputs) {
        w = new Parameter("w", inputs, outputs);
        b = new Parameter("b", outputs);
    }

    @Override
    public Tensor forward(Tensor input) {
        x = input.matrix();
        DMatrixRMaj y = new DMatrixRMaj(x.numRows, w.value().dim(1));
        CommonOps_DDRM.mult(x, w.value().matrix(), y);
        for (int n = 0; n < y.numRows; n++) {
            for (int m = 0; m < y.numCols; m++) {
                y.add(n, m, b.value().get(m));
            }
        }
        return Tensor.of(y);
    }

    @Override
    public Tensor backward(Tensor upstream) {
        DMatrixRMaj dy = upstream.matrix();
        DMatrixRMaj dw = new DMatrixRMaj(x.numCols, dy.numCols);
        DMatrixRMaj dx = new DMatrixRMaj(x.numRows, x.numCols);
        DMatrixRMaj db = new DMatrixRMaj(1, dy.numCols);
        CommonOps_DDRM.multTransA(x, dy, dw);
        CommonOps_DDRM.multTransB(dy, w.value().matrix(), dx);
        CommonOps_DDRM.sumCols(dy, db);
        w.addGradient(Tensor.of(dw));
        b.addGradient(Tensor.of(db).reshape(-1));
        return Tensor.of(dx);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
