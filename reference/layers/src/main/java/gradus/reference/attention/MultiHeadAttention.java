package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Forward;
import gradus.tensor.Parameter;
import gradus.tensor.Shape;
import gradus.tensor.ShapeException;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several attentions side by side, each on its own part of the width: with q = query wq + bq, k = key wk + bk,
 * v = value wv + bv, head i takes columns i D/h to (i + 1) D/h of q, k and v, and y = [head 1, …, head h] wo + bo. The
 * scale is 1 / √(D/h). query (N, Q, D), key and value (N, K, D), every w (D, D), every b (D), y (N, Q, D).
 *
 * <p>Self-attention: {@code forward(x, x, x)}, and dx is the {@linkplain Gradients#sum sum} of the three gradients, as x
 * went in three times. Cross-attention: the decoder asks, so query is its sequence, key and value are the encoder's.
 *
 * <p>Backward: each step's own, in reverse; every head gets its columns of the gradient.
 *
 * <p>Arguments are not written to; they are kept by reference until the next forward. Other shapes are refused with a
 * {@link ShapeException}.
 *
 * <p>Source: lecture 11, multi-head attention (its K heads are h here).
 */
public final class MultiHeadAttention implements Trainable {
    private final Heads heads;
    private final Projection q;
    private final Projection k;
    private final Projection v;
    private final Projection o;
    private final Attention attention = new Attention();

    @Cached
    private Shape answer; // (N, Q, D)

    /** Makes h heads over the width D, which they must divide; all parameters are 0. */
    public MultiHeadAttention(int width, int heads) {
        this.heads = new Heads(width, heads);
        q = new Projection("q", width, width);
        k = new Projection("k", width, width);
        v = new Projection("v", width, width);
        o = new Projection("o", width, width);
    }

    /** Returns y (N, Q, D), every query looking at every key. */
    public Tensor forward(Tensor query, Tensor key, Tensor value) {
        return attend(query, key, value, null);
    }

    Tensor attend(Tensor query, Tensor key, Tensor value, @Nullable Tensor mask) {
        heads.requireFit(query, key, value, mask);
        answer = query.shape();
        Tensor y = attention.attend(
                heads.split(q.forward(query)),
                heads.split(k.forward(key)),
                heads.split(v.forward(value)),
                Heads.shared(mask));
        return o.forward(heads.join(y));
    }

    /** Adds to the gradients of all parameters, and returns those of query, key and value for dy (N, Q, D). */
    public Gradients backward(Tensor dy) {
        Forward.first("MultiHeadAttention.backward", answer);
        dy.require("MultiHeadAttention.backward: dy", answer.toArray());
        Attention.Gradients d = attention.backward(heads.split(o.backward(dy)));
        return new Gradients(
                q.backward(heads.join(d.dq())), k.backward(heads.join(d.dk())), v.backward(heads.join(d.dv())));
    }

    /**
     * Returns y (N, Q, D), every query looking at the keys that the mask shows it.
     *
     * @param mask 1 where a query may look at a key, else 0, the same for all heads; stretches to (N, Q, K)
     * @throws ShapeException if the shapes do not fit
     * @throws IllegalArgumentException if the mask leaves a query no key, or holds anything but 0 and 1
     */
    public Tensor forward(Tensor query, Tensor key, Tensor value, Tensor mask) {
        return attend(query, key, value, mask);
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.of(q, k, v, o)
                .flatMap(projection -> projection.parameters().stream())
                .toList();
    }

    /** The gradients of query, key and value, shaped like them. */
    public record Gradients(Tensor dquery, Tensor dkey, Tensor dvalue) {
        /** The gradient of a sequence that was query, key and value at once. */
        public Tensor sum() {
            return dquery.plus(dkey).plus(dvalue);
        }
    }
}
