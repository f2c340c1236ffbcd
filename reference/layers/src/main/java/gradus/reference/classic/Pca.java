package gradus.reference.classic;

import gradus.reference.calculus.Mean;
import gradus.reference.calculus.Norm;
import gradus.tensor.IntTensor;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Principal components: the K directions at right angles along which samples vary most. With x - mean = U S Vᵀ (by EJML), s descending, they are
 * the first K columns of V, and the variance along the i-th is sᵢ² / N.
 *
 * <p>No linear map to K numbers and back loses less squared error, so a linear autoencoder with a bottleneck of K learns the same space (not the
 * same axes). What is lost is N times the variance that is not explained.
 *
 * <p>Sign: the entry of a component with the greatest magnitude, the first of equals, is positive.
 *
 * <p>Source: lecture 2 names it; the exams of 2020, 7b, and 2021, 2.6.
 *
 * @param mean (D), of the samples
 * @param components (K, D), a row each, of length 1
 * @param variances (K), along the components, descending; divided by N, not N - 1
 * @param total the variance in all D directions together
 */
public record Pca(Tensor mean, Tensor components, Tensor variances, double total) {
    /**
     * Finds the components.
     *
     * @param x (N, D), of finite numbers
     * @param count K, from 1 to the lesser of N and D
     * @throws IllegalArgumentException if that does not hold, or the variance is too large or too small for a double
     */
    public static Pca of(Tensor x, int count) {
        Require.samples("Pca.of: x", x);
        int most = Math.min(x.dim(0), x.dim(1));
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("Pca.of: count: expected 1 to " + most + " but got " + count + ".");
        }
        Tensor mean = Mean.keep(x, 0).select(0, 0);
        Tensor centred = x.minus(mean);
        double total = centred.square().sum() / x.dim(0);
        requireVariance(centred, total);
        SingularValueDecomposition_F64<DMatrixRMaj> svd = decomposed(centred);
        double[] s = svd.getSingularValues();
        DMatrixRMaj v = svd.getV(null, false);
        SingularOps_DDRM.descendingOrder(null, false, s, most, v, false);
        Tensor directions = Tensor.of(v).transpose().slice(0, 0, count);
        Tensor variances = Tensor.of(s).slice(0, 0, count).square().divide(x.dim(0));
        return new Pca(mean, signed(directions), variances, total);
    }

    private static void requireVariance(Tensor centred, double total) {
        double largest = Norm.maximum(centred);
        if (Double.isInfinite(total) || (total == 0 && largest > 0)) {
            throw new IllegalArgumentException(
                    "Pca.of: x: expected a variance that is neither infinite nor rounded to 0"
                            + " but got numbers up to " + largest + " from the mean. Scale them first.");
        }
    }

    /** Returns z (N, K), the coordinates of x (N, D) along the components: z = (x - mean) componentsᵀ. */
    public Tensor project(Tensor x) {
        x.require("Pca.project: x", Shape.ANY, mean.dim(0));
        return x.minus(mean).matmulTransposed(components);
    }

    /** Returns x (N, D) as far as z (N, K) tells it: x = z components + mean. */
    public Tensor reconstruct(Tensor z) {
        z.require("Pca.reconstruct: z", Shape.ANY, components.dim(0));
        return z.matmul(components).plus(mean);
    }

    /** Returns the share of the total variance that each component explains, (K); NaN where nothing varies. */
    public Tensor explained() {
        return variances.divide(total);
    }

    private static SingularValueDecomposition_F64<DMatrixRMaj> decomposed(Tensor x) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(x.dim(0), x.dim(1), false, true, true);
        if (!svd.decompose(x.copy().matrix())) {
            throw new ArithmeticException("Pca.of: x: EJML finds no singular values of it.");
        }
        return svd;
    }

    private static Tensor signed(Tensor rows) {
        IntTensor greatest = rows.abs().argmax(1);
        return rows.times(rows.pick(greatest).sign().expand(1));
    }
}
