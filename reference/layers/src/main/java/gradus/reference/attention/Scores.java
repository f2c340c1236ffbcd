package gradus.reference.attention;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * From scores to weights and back, the part of attention between the two matrix products: a = softmax(scale · s) over
 * the keys that the mask lets through.
 *
 * <p>Backward: ds = scale · a (da - Σ da a), the sum over the keys. A hidden key has a = 0, hence ds = 0.
 */
final class Scores {
    private Scores() {}

    /** Returns a (…, Q, K), each row with the sum 1; without a mask every query sees every key. */
    static Tensor weights(Tensor s, double scale, @Nullable Tensor mask) {
        Tensor seen = s.times(scale);
        if (mask != null) {
            seen = mask.where(seen, Double.NEGATIVE_INFINITY);
        }
        Tensor e = seen.minus(seen.maxKeep(-1)).exp(); // less the row's maximum: the same quotient, and no overflow
        return e.divide(e.sumKeep(-1));
    }

    /** Returns ds (…, Q, K), each row with the sum 0. */
    static Tensor backward(Tensor a, Tensor da, double scale) {
        return a.times(da.minus(da.times(a).sumKeep(-1))).times(scale);
    }

    /** Refuses a mask that does not stretch to the scores, or that leaves a query without a key. */
    static void require(String where, Tensor mask, Shape scores) {
        if (!stretches(mask.shape(), scores)) {
            throw new ShapeException(
                    where + ": expected a shape that stretches to " + scores + " but got " + mask.shape() + ".");
        }
        if (mask.size() > 0 && mask.equalTo(0).min(-1).max() > 0) {
            throw new IllegalArgumentException(where + ": expected at least one 1 in each row but got a row of zeros."
                    + " Every query needs a key to look at.");
        }
    }

    private static boolean stretches(Shape mask, Shape scores) {
        int added = scores.rank() - mask.rank();
        boolean fits = added >= 0;
        for (int axis = 0; fits && axis < mask.rank(); axis++) {
            fits = mask.dim(axis) == 1 || mask.dim(axis) == scores.dim(axis + added);
        }
        return fits;
    }
}
