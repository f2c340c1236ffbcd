package gradus.reference.classic;

import gradus.reference.loss.MeanSquaredError;
import gradus.tensor.Reduction;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A linear map with the least squared error: ŷ = X θ with X = [1 x], x (N, D), θ (D + 1, M), ŷ (N, M). Row 0 of θ is the bias.
 *
 * <p>J(θ) = ‖X θ - y‖², ∇J = 2 XᵀX θ - 2 Xᵀy, which is 0 at θ = (XᵀX)⁻¹ Xᵀy. That is the only minimum if the columns of X are
 * linearly independent, so if N is D + 1 at least. XᵀX is never made, for it squares the condition of X: EJML factors X = Q R and solves R θ = Qᵀy.
 *
 * <p>It is also where normal noise around X θ makes the data most likely. J with or without 1/N has the same minimum.
 *
 * <p>Source: lecture 2, linear regression and maximum likelihood; the summary; endterm 2022, 2.8.
 *
 * @param theta (D + 1, M), kept by reference
 */
public record LinearRegression(Tensor theta) {
    public LinearRegression {
        Ones.requireBias("LinearRegression", theta, Shape.ANY);
    }

    /**
     * Returns the only θ of least squares.
     *
     * @param x (N, D), N of 1 or more
     * @param y (N, M)
     * @throws ArithmeticException if the columns of [1 x] are linearly dependent, so that more than one θ is best
     */
    public static LinearRegression fit(Tensor x, Tensor y) {
        Tensor design = design("LinearRegression.fit", x, y);
        int columns = design.dim(1);
        int rank = MatrixFeatures_DDRM.rank(design.copy().matrix());
        if (rank < columns) {
            throw new ArithmeticException("LinearRegression.fit: x: expected " + columns
                    + " linearly independent columns in [1 x] but got " + rank
                    + ": no single theta is best. Hint: fitShortest takes the shortest of them.");
        }
        return new LinearRegression(solved(LinearSolverFactory_DDRM.leastSquares(design.dim(0), columns), design, y));
    }

    /**
     * Returns, of all θ with the least squared error, the shortest: θ = X⁺ y with the pseudo-inverse of X, by EJML's singular values.
     *
     * @param x (N, D), N of 1 or more
     * @param y (N, M)
     */
    public static LinearRegression fitShortest(Tensor x, Tensor y) {
        Tensor design = design("LinearRegression.fitShortest", x, y);
        return new LinearRegression(solved(LinearSolverFactory_DDRM.pseudoInverse(true), design, y));
    }

    /** J as a function of θ (D + 1, M), for descent. */
    public static LinearCost<Tensor> cost(Tensor x, Tensor y) {
        return new LinearCost<>(x, new MeanSquaredError(Reduction.SUM), y);
    }

    /** Returns ŷ (N, M) for x (N, D). */
    public Tensor predict(Tensor x) {
        return Ones.scores("LinearRegression.predict: x", x, theta);
    }

    /** Returns ln p(y | x) for normal noise of the given variance σ²: -n/2 ln(2π σ²) - ‖X θ - y‖² / (2σ²), n numbers in y. */
    public double logLikelihood(Tensor x, Tensor y, double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException(
                    "LinearRegression.logLikelihood: variance: expected more than 0 but got " + variance + ".");
        }
        return -0.5 * y.size() * Math.log(2 * Math.PI * variance) - cost(x, y).value(theta) / (2 * variance);
    }

    private static Tensor design(String method, Tensor x, Tensor y) {
        Require.samples(method + ": x", x);
        y.require(method + ": y", x.dim(0), Shape.ANY);
        Require.finite(method + ": y", y);
        return Ones.before(x);
    }

    private static Tensor solved(LinearSolverDense<DMatrixRMaj> solver, Tensor design, Tensor y) {
        DMatrixRMaj theta = new DMatrixRMaj(design.dim(1), y.dim(1));
        if (!solver.setA(design.copy().matrix())) { // the solvers overwrite what they are given
            throw new ArithmeticException("LinearRegression: x: EJML finds no factors of [1 x].");
        }
        solver.solve(y.copy().matrix(), theta);
        return Tensor.of(theta);
    }
}
