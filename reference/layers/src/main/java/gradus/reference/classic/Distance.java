package gradus.reference.classic;

import gradus.reference.calculus.Norm;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * How far two samples are apart: L1 = Σ |aᵢ - bᵢ|, L2 = √(Σ (aᵢ - bᵢ)²).
 *
 * <p>L2 stays the same when all samples are turned, L1 does not.
 *
 * <p>Source: lecture 2, nearest neighbours.
 */
public enum Distance {
    L1 {
        @Override
        public Tensor between(Tensor a, Tensor b) {
            return differences(a, b).abs().sum(2);
        }
    },
    L2 {
        @Override
        public Tensor between(Tensor a, Tensor b) {
            return Norm.lengths(differences(a, b), 2).select(2, 0);
        }
    };

    /**
     * Returns the distances (M, N) of each row of a (M, D) to each row of b (N, D). They are exactly 0 between equal rows, unlike
     * √(‖a‖² - 2 a · b + ‖b‖²), and right where their squares would be too large or too small for a double.
     */
    public abstract Tensor between(Tensor a, Tensor b);

    private static Tensor differences(Tensor a, Tensor b) {
        a.require("Distance.between: a", Shape.ANY, Shape.ANY);
        b.require("Distance.between: b", Shape.ANY, a.dim(1));
        return a.expand(1).minus(b.expand(0)); // (M, N, D)
    }
}
