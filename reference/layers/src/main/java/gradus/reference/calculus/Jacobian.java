package gradus.reference.calculus;

import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The matrix of all first derivatives of a function of tensors, by central differences: column i is (f(x + h eᵢ) -
 * f(x - h eᵢ)) / 2h with h = 1e-5 max(1, |xᵢ|), right to about nine digits. Row j belongs to entry j of f(x), column
 * i to entry i of x, both counted row-major.
 *
 * <p>What backward does is dx = Jᵀ dy, without ever making J. The Hessian of a function with a gradient is the
 * Jacobian of that gradient; made symmetric, see {@link gradus.reference.optim.minimize.DifferenceHessian}.
 *
 * <p>Source: lecture 5; the summary; matrix derivatives, 1 and 2.
 */
public final class Jacobian {
    private static final double STEP = 1e-5;

    private Jacobian() {}

    /** Returns J (M, N) for f with M entries at x with N. */
    public static Tensor of(UnaryOperator<Tensor> f, Tensor x) {
        if (x.size() == 0) {
            return Tensor.zeros(f.apply(x).size(), 0);
        }
        List<Tensor> columns = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            columns.add(column(f, x, i));
        }
        return Tensor.stack(1, columns);
    }

    private static Tensor column(UnaryOperator<Tensor> f, Tensor x, int i) {
        double step = STEP * Math.max(1, Math.abs(x.toArray()[i]));
        Tensor change = f.apply(moved(x, i, step)).minus(f.apply(moved(x, i, -step)));
        return change.reshape(change.size()).divide(2 * step);
    }

    private static Tensor moved(Tensor x, int i, double by) {
        double[] entries = x.toArray();
        entries[i] += by;
        return Tensor.of(x.shape(), entries);
    }
}
