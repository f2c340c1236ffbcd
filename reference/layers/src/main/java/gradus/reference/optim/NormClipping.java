package gradus.reference.optim;

import gradus.tensor.Tensor;
import java.util.List;

/**
 * Shortens all gradients together if their common length is too large: g ← g · min(1, c / n), with n = √(Σ g²) over all entries of all
 * tensors.
 *
 * <p>Keeps the direction of the whole gradient. Arguments are not written to.
 *
 * <p>Source: lecture 11; endterm 2022, 9.3; the course gives no c.
 */
public final class NormClipping implements Clipping {
    private final double bound;

    /** @throws IllegalArgumentException if the bound c is not finite and above 0 */
    public NormClipping(double bound) {
        Require.positive("NormClipping: bound", bound);
        this.bound = bound;
    }

    /** @throws ArithmeticException if an entry is NaN or infinite: there is no direction to keep */
    @Override
    public List<Tensor> clip(List<Tensor> gradients) {
        double largest = gradients.stream()
                .filter(g -> g.size() > 0)
                .mapToDouble(g -> g.abs().max())
                .reduce(0, Math::max);
        if (!(largest < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException(
                    "NormClipping.clip: gradients: expected finite numbers but got one of magnitude " + largest + ".");
        }
        // In units of the largest entry, because the square of 1e200 is infinite.
        double unit = largest == 0 ? 1 : largest;
        double share = Math.min(1, bound / unit / norm(gradients, unit));
        return gradients.stream().map(g -> g.times(share)).toList();
    }

    private static double norm(List<Tensor> gradients, double unit) {
        return Math.sqrt(gradients.stream()
                .mapToDouble(g -> g.divide(unit).square().sum())
                .sum());
    }
}
