package gradus.reference.init;

import gradus.tensor.Initializer;
import gradus.tensor.Seed;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * A random rotation: wᵀ w = 1 where w (D, M) is tall, w wᵀ = 1 where it is wide. It keeps lengths, so that a recurrence
 * through it neither explodes nor vanishes.
 *
 * <p>Q of the decomposition Q R of a normal matrix, by EJML, each column with the sign of R's diagonal: only then are all
 * rotations equally likely. Filters (F, C, KH, KW) are taken as a matrix (F, C · KH · KW).
 *
 * <p>Source: Saxe et al. (2014), Exact solutions to the nonlinear dynamics of learning; the signs: Mezzadri (2007), How to
 * generate random matrices from the classical compact groups.
 */
public record Orthogonal() implements Initializer {
    /**
     * Draws the weights.
     *
     * @throws ShapeException if the shape has fewer than two axes
     */
    @Override
    public Tensor create(Shape shape, Seed seed) {
        if (shape.rank() < 2) {
            throw new ShapeException("Orthogonal.create: shape: expected two axes or more but got " + shape + ".");
        }
        if (shape.size() == 0) {
            return Tensor.zeros(shape);
        }
        int rows = shape.dim(0);
        int columns = shape.size() / rows;
        Tensor q = orthonormalColumns(Math.max(rows, columns), Math.min(rows, columns), seed);
        return (rows < columns ? q.transpose() : q).reshape(shape);
    }

    private static Tensor orthonormalColumns(int rows, int columns, Seed seed) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows, columns);
        if (!qr.decompose(Tensor.normal(Shape.of(rows, columns), seed).matrix())) {
            throw new ArithmeticException("Orthogonal.create: the drawn matrix has no QR decomposition.");
        }
        Tensor q = Tensor.of(qr.getQ(null, true));
        Tensor diagonal =
                Tensor.of(qr.getR(null, true)).times(Tensor.eye(columns)).sum(0);
        return q.times(diagonal.greaterEqual(0).times(2).minus(1));
    }
}
