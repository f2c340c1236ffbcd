package gradus.reference.recurrent;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * A symmetric matrix by its eigenvalues: θ = Q Λ Qᵀ, with θ (n, n), the eigenvectors as columns of the orthogonal Q (n, n), and the
 * eigenvalues λ (n), the diagonal of Λ. Then θᵗ = Q Λᵗ Qᵀ, and a state carried on by θ alone is A_t = Q Λᵗ Qᵀ A_0.
 *
 * <p>So it is λᵗ that decides what becomes of a state, and of a gradient on its way back: see {@link #tendency}. Only a symmetric θ has
 * such a Q; the lecture calls θ orthogonal, but it is Q that is.
 *
 * <p>Source: lecture 11; endterm 2022, 9.
 */
public record Spectrum(Tensor q, Tensor lambda) {
    private static final double ROUNDING = 0x1p-40;

    /**
     * Finds the eigenvalues, the largest in magnitude first, and their vectors; by EJML.
     *
     * @param theta (n, n), n ≥ 1
     * @throws gradus.tensor.ShapeException if it is not square
     * @throws IllegalArgumentException if it is not symmetric to 2⁻⁴⁰ of its largest entry
     * @throws ArithmeticException if the search for eigenvalues does not end
     */
    public static Spectrum of(Tensor theta) {
        int n = theta.require("Spectrum.of: theta", Shape.ANY, Shape.ANY).dim(0);
        theta.require("Spectrum.of: theta", n, n);
        requireSymmetric(theta);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (!eigen.decompose(theta.copy().matrix())) {
            throw new ArithmeticException(
                    "Spectrum.of: theta: found no eigenvalues of a matrix " + theta.shape() + ".");
        }
        Comparator<Integer> magnitude =
                Comparator.comparingDouble(i -> eigen.getEigenvalue(i).getMagnitude());
        List<Integer> order =
                IntStream.range(0, n).boxed().sorted(magnitude.reversed()).toList();
        Tensor columns = Tensor.concat(
                1, order.stream().map(i -> Tensor.of(eigen.getEigenVector(i))).toList());
        return new Spectrum(
                columns,
                Tensor.of(order.stream()
                        .mapToDouble(i -> eigen.getEigenvalue(i).getReal())
                        .toArray()));
    }

    private static void requireSymmetric(Tensor theta) {
        double difference = theta.minus(theta.transpose()).abs().max();
        if (!(difference <= ROUNDING * theta.abs().max())) {
            throw new IllegalArgumentException(
                    "Spectrum.of: theta: expected a symmetric matrix but got entries that differ by " + difference
                            + " from their mirror images.");
        }
    }

    /** θᵗ = Q Λᵗ Qᵀ, (n, n); t may be negative if no eigenvalue is 0. */
    public Tensor power(int t) {
        return q.times(lambda.power(t)).matmulTransposed(q);
    }

    /** The largest magnitude of an eigenvalue. */
    public double radius() {
        return lambda.abs().max();
    }

    /** Whether θᵗ dies out or grows; a radius within 2⁻⁴⁰ of 1, about 1e-12, counts as 1. */
    public Tendency tendency() {
        if (radius() < 1 - ROUNDING) {
            return Tendency.VANISHES;
        }
        return radius() > 1 + ROUNDING ? Tendency.EXPLODES : Tendency.PERSISTS;
    }
}
