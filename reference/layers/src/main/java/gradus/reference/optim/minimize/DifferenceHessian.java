package gradus.reference.optim.minimize;

import gradus.reference.calculus.Jacobian;
import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/**
 * The Hessian from slopes of the gradient: its {@link Jacobian} by central differences, made symmetric.
 *
 * <p>Takes 2n gradients; right to about ten digits.
 *
 * <p>Source: lecture 5 says that second derivatives are hard to obtain otherwise.
 */
public record DifferenceHessian(Objective f) implements Hessian {
    @Override
    public Tensor at(Tensor x) {
        Tensor h = x.size() == 0 ? Tensor.zeros(0, 0) : Jacobian.of(f::gradient, x);
        return h.plus(h.transpose()).divide(2);
    }
}
