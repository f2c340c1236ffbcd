package gradus.reference.classic;

import gradus.tensor.Loss;
import gradus.tensor.Objective;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * What a linear model costs, as a function of its θ (D + 1, M): J(θ) = loss([1 x] θ, target), with x (N, D).
 *
 * <p>Gradient: ∇J = [1 x]ᵀ dscores, where dscores (N, M) is what the loss sends back. For the sum of squares that is 2 XᵀX θ
 * - 2 Xᵀy with X = [1 x]; for the cross-entropies, Xᵀ (p - y) / N.
 *
 * <p>J is convex in θ for all of these losses. Arguments are not written to; the target is kept by reference.
 *
 * <p>Source: lecture 2, linear and logistic regression; lecture 5.
 *
 * @param <T> {@link Tensor}, or {@link gradus.tensor.IntTensor} for labels
 */
public final class LinearCost<T> implements Objective {
    private final Tensor design; // (N, D + 1)
    private final Loss<T> loss;
    private final T target;

    /**
     * Makes the cost.
     *
     * @param x (N, D)
     * @param target what the loss is given beside the scores (N, M)
     */
    public LinearCost(Tensor x, Loss<T> loss, T target) {
        this.design = Ones.before(x.require("LinearCost: x", Shape.ANY, Shape.ANY));
        this.loss = loss;
        this.target = target;
    }

    @Override
    public double value(Tensor theta) {
        return loss.forward(design.matmul(theta), target);
    }

    @Override
    public Tensor gradient(Tensor theta) {
        value(theta); // the loss keeps what its backward needs
        return design.transposedMatmul(loss.backward());
    }
}
