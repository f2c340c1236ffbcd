package gradus.tensor;

import org.ejml.UtilEjml;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** Systems of linear equations, solved by EJML's LU decomposition. */
final class LinearSystem {
    private LinearSystem() {}

    static Tensor solve(Tensor a, Tensor b) {
        int n = a.require("Tensor.solve: this", Shape.ANY, Shape.ANY).dim(0);
        a.require("Tensor.solve: this", n, n);
        b.require("Tensor.solve: b", n, Shape.ANY);
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.linear(n);
        // The solver overwrites what it is given, hence copies.
        if (n > 0 && (!solver.setA(a.copy().matrix()) || !(solver.quality() > UtilEjml.EPS))) {
            throw new ArithmeticException("Tensor.solve: the matrix of shape " + a.shape()
                    + " is singular to working precision: a x = b has no single solution.");
        }
        DMatrixRMaj x = new DMatrixRMaj(n, b.dim(1));
        if (n > 0) {
            solver.solve(b.copy().matrix(), x);
        }
        return Tensor.of(x);
    }
}
