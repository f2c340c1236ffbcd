package gradus.reference.penalty;

import gradus.reference.calculus.Norm;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Bounds the weights of each unit: after a step, weights whose norm exceeds c are scaled back to it, θ ← θ min(1, c / ‖θ‖);
 * the others stay. This projects onto the ball of radius c; it is no term of the loss and has no gradient.
 *
 * <p>A unit's weights are a slice along an axis: column j of the weights (D, M) of an affine map, with axis 1; filter f of
 * (F, C, KH, KW), with axis 0.
 *
 * <p>Holds no state; weights are not written to.
 *
 * <p>Source: named in lecture 3 and CS182; Srivastava and others (2014), Dropout, 5.1.
 */
public final class MaxNorm {
    private final double limit;
    private final int axis;

    /**
     * Makes the bound.
     *
     * @param limit the greatest norm c
     * @param axis the axis along which the units lie; negative axes count from the end
     * @throws IllegalArgumentException if {@code limit} is not above 0
     */
    public MaxNorm(double limit, int axis) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("MaxNorm: limit: expected a number above 0 but got " + limit + ".");
        }
        this.limit = limit;
        this.axis = axis;
    }

    /**
     * Returns the nearest weights within the bound, shaped like {@code theta}.
     *
     * @throws ShapeException if {@code theta} lacks the axis, or has no other
     */
    public Tensor project(Tensor theta) {
        Tensor norm = Norm.lengths(theta, others(theta));
        return norm.greater(limit).where(theta.times(limit).divide(norm), theta);
    }

    private int[] others(Tensor theta) {
        int rank = theta.rank();
        int kept = axis < 0 ? axis + rank : axis;
        if (rank < 2 || kept < 0 || kept >= rank) {
            throw new ShapeException("MaxNorm.project: theta: expected axis " + axis
                    + " for the units and one or more for their weights but got " + theta.shape() + ".");
        }
        return IntStream.range(0, rank).filter(i -> i != kept).toArray();
    }
}
