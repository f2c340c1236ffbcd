package gradus.reference.optim;

import gradus.tensor.Tensor;
import java.util.List;

/**
 * Clips every entry by itself: g ← min(max(g, -c), c).
 *
 * <p>Changes the direction of the gradient, unlike {@link NormClipping}. Arguments are not written to. NaN stays NaN.
 *
 * <p>Source: lecture 11; endterm 2022, 9.3; the course gives no c.
 */
public final class ValueClipping implements Clipping {
    private final double bound;

    /** @throws IllegalArgumentException if the bound c is not finite and above 0 */
    public ValueClipping(double bound) {
        Require.positive("ValueClipping: bound", bound);
        this.bound = bound;
    }

    @Override
    public List<Tensor> clip(List<Tensor> gradients) {
        return gradients.stream().map(g -> g.clip(-bound, bound)).toList();
    }
}
