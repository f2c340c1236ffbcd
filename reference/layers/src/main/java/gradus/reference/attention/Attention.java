package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Scaled dot-product attention: y = a v with the weights a = softmax(q kᵀ / √d) over the keys; q (N, Q, d), k (N, K, d),
 * v (N, K, e), a (N, Q, K), y (N, Q, e). More leading axes than N, such as (N, h, Q, d) for h heads, are fine.
 *
 * <p>Backward: dv = aᵀ dy, da = dy vᵀ, ds = a (da - Σ da a) / √d with the sum over the keys, dq = ds k, dk = dsᵀ q.
 *
 * <p>A mask holds 1 where a query may look at a key, else 0; it stretches to (N, Q, K). A hidden key has the score -∞
 * before the softmax, so the weights of the others have the sum 1. Every query sees at least one key.
 *
 * <p>Of the order of a layer's cost over n positions of width d, of the steps that wait for one another, and of the longest way
 * between two positions:
 *
 * <pre>
 * attention                              n² d      1   1
 * recurrent                              n d²      n   n
 * convolution with filters of k          k n d²    1   log_k n
 * attention to a neighbourhood of r      r n d     1   n / r
 * </pre>
 *
 * <p>Counted in multiplications, attention takes 2 n² d and a recurrent layer 2 n d²: it is the cheaper one while n < d,
 * as for most sentences with d = 512. The way through convolutions is that short if each has its weights k times as far
 * apart as the one before.
 *
 * <p>Arguments are not written to; q, k, v and a are kept by reference until the next forward. Other shapes are refused with a
 * {@link ShapeException}.
 *
 * <p>Source: lecture 11, multi-head attention and the masked decoder; the backward follows from the softmax's.
 */
public final class Attention {
    @Cached
    private Tensor q, k, v; // (N, Q, d), (N, K, d), (N, K, e)

    @Cached
    private Tensor a; // (N, Q, K)

    /** Returns y (N, Q, e), every query looking at every key. */
    public Tensor forward(Tensor q, Tensor k, Tensor v) {
        Fit.requireSequences(q, k, v);
        return attend(q, k, v, null);
    }

    /** Attends to what is known to fit. */
    Tensor attend(Tensor q, Tensor k, Tensor v, @Nullable Tensor mask) {
        this.q = q;
        this.k = k;
        this.v = v;
        a = Scores.weights(q.matmulTransposed(k), scale(), mask);
        return a.matmul(v);
    }

    /** Returns the gradients of q, k and v for dy (N, Q, e). */
    public Gradients backward(Tensor dy) {
        Forward.first("Attention.backward", a);
        dy.require(
                "Attention.backward: dy",
                a.shape().with(a.rank() - 1, v.dim(-1)).toArray());
        Tensor ds = Scores.backward(a, dy.matmulTransposed(v), scale());
        return new Gradients(ds.matmul(k), ds.transposedMatmul(q), a.transposedMatmul(dy));
    }

    private double scale() {
        return 1 / Math.sqrt(q.dim(-1));
    }

    /**
     * Returns y (N, Q, e), every query looking at the keys that the mask shows it.
     *
     * @param mask 0 or 1, stretching to (N, Q, K)
     * @throws ShapeException if the shapes do not fit
     * @throws IllegalArgumentException if the mask leaves a query no key, or holds anything but 0 and 1
     */
    public Tensor forward(Tensor q, Tensor k, Tensor v, Tensor mask) {
        Fit.requireSequences(q, k, v);
        Fit.requireMask("Attention.forward: mask", mask, q.shape().with(q.rank() - 1, k.dim(-2)));
        return attend(q, k, v, mask);
    }

    /** The gradients of q, k and v, shaped like them. */
    public record Gradients(Tensor dq, Tensor dk, Tensor dv) {}
}
