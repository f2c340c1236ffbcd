package gradus.reference.attention;

import gradus.tensor.Shape;
import gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** How a width D is shared among h heads, each taking D/h columns side by side. */
record Heads(int width, int number) {
    Heads {
        if (width < 1) {
            throw new IllegalArgumentException("MultiHeadAttention: width: expected 1 or more but got " + width + ".");
        }
        if (number < 1 || width % number != 0) {
            throw new IllegalArgumentException(
                    "MultiHeadAttention: heads: expected a divisor of the width " + width + " but got " + number + ".");
        }
    }

    /** Refuses a query (N, Q, D), key and value (N, K, D) of other shapes, without a key, or with a mask that does not fit. */
    void requireFit(Tensor query, Tensor key, Tensor value, @Nullable Tensor mask) {
        query.require("MultiHeadAttention.forward: query", Shape.ANY, Shape.ANY, width);
        key.require("MultiHeadAttention.forward: key", query.dim(0), Shape.ANY, width);
        value.require("MultiHeadAttention.forward: value", query.dim(0), key.dim(1), width);
        Fit.requireKeys("MultiHeadAttention.forward: key", key, query);
        if (mask != null) {
            Shape scores = Shape.of(query.dim(0), query.dim(1), key.dim(1));
            Fit.requireMask("MultiHeadAttention.forward: mask", mask, scores);
        }
    }

    /** (N, T, D) to (N, h, T, D/h). */
    Tensor split(Tensor x) {
        return x.reshape(x.dim(0), x.dim(1), number, width / number).permute(0, 2, 1, 3);
    }

    /** (N, h, T, D/h) to (N, T, D). */
    Tensor join(Tensor x) {
        return x.permute(0, 2, 1, 3).reshape(x.dim(0), x.dim(2), width);
    }

    /** (N, Q, K) to (N, 1, Q, K), the same for all heads; a mask (Q, K) stretches by itself. */
    static @Nullable Tensor shared(@Nullable Tensor mask) {
        return mask != null && mask.rank() == 3 ? mask.expand(1) : mask;
    }
}
