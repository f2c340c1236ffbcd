package gradus.reference.attention;

import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import java.util.stream.IntStream;

/** What keys and masks must be for every query to have an answer; {@code where} begins the message. */
final class Fit {
    private Fit() {}

    /** Refuses queries (…, Q, d), keys (…, K, d) and values (…, K, e) of other shapes, or queries without a key. */
    static void requireSequences(Tensor q, Tensor k, Tensor v) {
        if (q.rank() < 2 || q.dim(-1) == 0) {
            throw new ShapeException(
                    "Attention.forward: q: expected shape (…, Q, d) with d > 0 but got " + q.shape() + ".");
        }
        k.require("Attention.forward: k", any(q, -2));
        v.require("Attention.forward: v", any(k, -1));
        requireKeys("Attention.forward: k", k, q);
    }

    /** The axes of x, one of them of any length. */
    private static int[] any(Tensor x, int axis) {
        int[] dims = x.shape().toArray();
        dims[dims.length + axis] = Shape.ANY;
        return dims;
    }

    /** Refuses keys (…, K, d) that are none, unless there are no queries (…, Q, d) either. */
    static void requireKeys(String where, Tensor k, Tensor q) {
        if (k.dim(-2) == 0 && q.size() > 0) {
            throw new ShapeException(where + ": expected at least one key but got " + k.shape() + ".");
        }
    }

    /** Refuses a mask that does not stretch to the scores, has other entries than 0 and 1, or leaves a query without a key. */
    static void requireMask(String where, Tensor mask, Shape scores) {
        if (!stretches(mask.shape(), scores)) {
            throw new ShapeException(
                    where + ": expected a shape that stretches to " + scores + " but got " + mask.shape() + ".");
        }
        requireMarks(where, mask);
        if (mask.size() > 0 && mask.equalTo(0).min(-1).max() > 0) {
            throw new IllegalArgumentException(where + ": expected at least one 1 in each row but got a row of zeros."
                    + " Every query needs a key to look at.");
        }
    }

    private static void requireMarks(String where, Tensor mask) {
        for (double mark : mask.toArray()) {
            if (mark != 0 && mark != 1) {
                throw new IllegalArgumentException(
                        where + ": expected 1 for what is seen and 0 for what is hidden but got " + mark
                                + ". Nothing is added to the scores.");
            }
        }
    }

    private static boolean stretches(Shape mask, Shape scores) {
        int added = scores.rank() - mask.rank();
        return mask.rank() > 0
                && added >= 0
                && IntStream.range(0, mask.rank())
                        .allMatch(axis -> mask.dim(axis) == 1 || mask.dim(axis) == scores.dim(axis + added));
    }
}
