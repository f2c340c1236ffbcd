package gradus.reference.attention;

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
