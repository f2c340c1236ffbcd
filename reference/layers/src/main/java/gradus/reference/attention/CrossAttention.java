package gradus.reference.attention;

import gradus.tensor.Cached;
import gradus.tensor.Parameter;
import gradus.tensor.Tensor;
import gradus.tensor.Trainable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link MultiHeadAttention} from one sequence x (N, T, D) to another, the memory (N, S, D), which is key and value: y = attention(x,
 * memory, memory), (N, T, D).
 *
 * <p>Backward: dx = dquery; dmemory = dkey + dvalue. Arguments are not written to; they are kept by reference until the next forward.
 */
final class CrossAttention implements Trainable {
    private final MultiHeadAttention attention;

    @Cached
    private Tensor dmemory; // (N, S, D)

    CrossAttention(int width, int heads) {
        attention = new MultiHeadAttention(width, heads);
    }

    Tensor forward(Tensor x, Tensor memory, @Nullable Tensor mask) {
        return attention.attend(x, memory, memory, mask);
    }

    /** Adds to the gradients of the parameters, returns dx, and keeps the gradient of the memory. */
    Tensor backward(Tensor dy) {
        MultiHeadAttention.Gradients d = attention.backward(dy);
        dmemory = d.dkey().plus(d.dvalue());
        return d.dquery();
    }

    /** The gradient that the last backward found for the memory. */
    Tensor dmemory() {
        return dmemory;
    }

    @Override
    public List<Parameter> parameters() {
        return attention.parameters();
    }
}
