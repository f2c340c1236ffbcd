package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Layer;
import gradus.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Softmax with the Jacobian diag(y) - y yᵀ of each row written out and multiplied by EJML. */
public final class SoftmaxJacobian implements Layer {

    @Cached
    private DMatrixRMaj y; // (N, C)

    @Override
    public Tensor forward(Tensor x) {
        y = x.matrix().copy();
        for (int n = 0; n < y.numRows; n++) {
            DMatrixRMaj row = CommonOps_DDRM.extractRow(y, n, null);
            CommonOps_DDRM.add(row, -CommonOps_DDRM.elementMax(row));
            CommonOps_DDRM.elementExp(row, row);
            CommonOps_DDRM.divide(row, CommonOps_DDRM.elementSum(row));
            CommonOps_DDRM.insert(row, y, n, 0);
        }
        return Tensor.of(y);
    }

    @Override
    public Tensor backward(Tensor dy) {
        DMatrixRMaj dx = new DMatrixRMaj(y.numRows, y.numCols);
        for (int n = 0; n < y.numRows; n++) {
            DMatrixRMaj row = CommonOps_DDRM.extractRow(y, n, null);
            DMatrixRMaj jacobian = CommonOps_DDRM.diag(row.data);
            CommonOps_DDRM.multAddTransA(-1, row, row, jacobian);
            DMatrixRMaj product = new DMatrixRMaj(1, y.numCols);
            CommonOps_DDRM.mult(CommonOps_DDRM.extractRow(dy.matrix(), n, null), jacobian, product);
            CommonOps_DDRM.insert(product, dx, n, 0);
        }
        return Tensor.of(dx);
    }
}
