package gradus.mutants.afresh;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Sums outer products with {@code multTransA}, which forgets what the matrix held before. */
public final class AffineMultipliesOverOuterProduct implements Layer {
    private final Parameter w;
    private final Parameter b;

    @Cached
    private Tensor x;

    public AffineMultipliesOverOuterProduct(int inputs, int outputs) {
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
        DMatrixRMaj rows = x.matrix();
        DMatrixRMaj grads = dy.matrix();
        DMatrixRMaj dW = new DMatrixRMaj(rows.numCols, grads.numCols);
        for (int n = 0; n < rows.numRows; n++) {
            DMatrixRMaj xRow = CommonOps_DDRM.extractRow(rows, n, null);
            DMatrixRMaj gRow = CommonOps_DDRM.extractRow(grads, n, null);
            CommonOps_DDRM.multTransA(xRow, gRow, dW);
        }
        DMatrixRMaj dX = new DMatrixRMaj(rows.numRows, rows.numCols);
        CommonOps_DDRM.multTransB(grads, w.value().matrix(), dX);
        w.addGradient(Tensor.of(dW));
        b.addGradient(dy.sum(0));
        return Tensor.of(dX);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(w, b);
    }
}
