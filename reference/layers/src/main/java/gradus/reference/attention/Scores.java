package gradus.reference.attention;

import gradus.reference.kernel.Kernels;
import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * From scores to weights and back, the part of attention between the two matrix products: a = softmax(scale · s) over
 * the keys that the mask lets through.
 *
 * <p>Backward: ds = scale · a (da - Σ da a), the sum over the keys. A hidden key has a = 0, hence ds = 0. Of no scores there are no weights.
 */
final class Scores {
    private Scores() {}

    /** Returns a (…, Q, K), each row with the sum 1; without a mask every query sees every key. */
    static Tensor weights(Tensor s, double scale, @Nullable Tensor mask) {
        Tensor seen = mask == null ? s : mask.where(s, Double.NEGATIVE_INFINITY);
        return seen.size() == 0 ? seen : Kernels.current().softmax(seen, scale);
    }

    /** Returns ds (…, Q, K), each row with the sum 0. */
    static Tensor backward(Tensor a, Tensor da, double scale) {
        return a.size() == 0 ? da : Kernels.current().softmaxBackward(da, a, scale);
    }
}
