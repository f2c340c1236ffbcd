package gradus.mutants.styles;

import gradus.tensor.Cached;
import gradus.tensor.Loss;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The squared error as the inner product of the flat difference with itself, by EJML. */
public final class SquaredErrorEjml implements Loss<Tensor> {

    private final Reduction reduction;

    @Cached
    private DMatrixRMaj gradient; // (N, M)

    public SquaredErrorEjml(Reduction reduction) {
        this.reduction = reduction;
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        DMatrixRMaj difference = CommonOps_DDRM.subtract(prediction.matrix(), target.matrix(), null);
        double scale = scale(difference);
        gradient = difference.copy();
        CommonOps_DDRM.scale(2 * scale, gradient);
        CommonOps_DDRM.elementMult(difference, difference);
        return scale * CommonOps_DDRM.elementSum(difference);
    }

    private double scale(DMatrixRMaj difference) {
        if (reduction == Reduction.MEAN_BATCH) {
            return 1.0 / difference.numRows;
        }
        if (reduction == Reduction.MEAN_ALL) {
            return 1.0 / difference.getNumElements();
        }
        return reduction == Reduction.SUM ? 1 : 0.5;
    }

    @Override
    public Tensor backward() {
        return Tensor.of(gradient);
    }
}
