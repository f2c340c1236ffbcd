package gradus.reference.classic;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** The bias trick. */
final class Ones {
    private Ones() {}

    /** [1 x] (N, D + 1) for x (N, D): a column of ones in front, so that row 0 of θ is the bias. */
    static Tensor before(Tensor x) {
        return Tensor.concat(1, Tensor.ones(x.dim(0), 1), x);
    }

    /** [1 x] θ. */
    static Tensor scores(String where, Tensor x, Tensor theta) {
        x.require(where, Shape.ANY, theta.dim(0) - 1);
        return before(x).matmul(theta);
    }

    /** θ is (any, columns), with a row for the bias. */
    static void requireBias(String type, Tensor theta, int columns) {
        theta.require(type + ": theta", Shape.ANY, columns);
        if (theta.dim(0) == 0) {
            throw new IllegalArgumentException(
                    type + ": theta: expected a row for the bias but got " + theta.shape() + ".");
        }
    }
}
