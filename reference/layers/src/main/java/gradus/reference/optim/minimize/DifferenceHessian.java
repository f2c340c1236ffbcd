package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The Hessian from slopes of the gradient: column i is (∇f(x + h eᵢ) - ∇f(x - h eᵢ)) / 2h with h = 1e-5 max(1, |xᵢ|), then made symmetric.
 *
 * <p>Takes 2n gradients; right to about ten digits.
 *
 * <p>Source: lecture 5 says that second derivatives are hard to obtain otherwise.
 */
public record DifferenceHessian(Objective f) implements Hessian {
    private static final double STEP = 1e-5;

    @Override
    public Tensor at(Tensor x) {
        int n = x.size();
        List<Tensor> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(slope(x, i));
        }
        Tensor h = n == 0 ? Tensor.zeros(0, 0) : Tensor.stack(0, rows);
        return h.plus(h.transpose()).divide(2);
    }

    /** The derivative of the gradient by entry i, (n). */
    private Tensor slope(Tensor x, int i) {
        double step = STEP * Math.max(1, Math.abs(x.toArray()[i]));
        Tensor change = f.gradient(moved(x, i, step)).minus(f.gradient(moved(x, i, -step)));
        return change.reshape(x.size()).divide(2 * step);
    }

    private static Tensor moved(Tensor x, int i, double by) {
        double[] entries = x.toArray();
        entries[i] += by;
        return Tensor.of(x.shape(), entries);
    }
}
