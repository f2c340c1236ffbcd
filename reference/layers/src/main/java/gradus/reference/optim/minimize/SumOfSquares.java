package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/**
 * The squared length of residuals: f(x) = F(x)ᵀ F(x), with ∇f = 2 Jᵀ F and 2 Jᵀ J in the place of the Hessian. No ½ and no mean: all that
 * is said of factors in this package refers to this f.
 *
 * <p>Source: lecture 5, Gauss-Newton.
 */
public record SumOfSquares(Residuals residuals) implements Objective {
    @Override
    public double value(Tensor x) {
        Tensor values = values(x);
        return values.dot(values);
    }

    /** 2 Jᵀ F, (N). */
    @Override
    public Tensor gradient(Tensor x) {
        Tensor column = values(x).expand(1);
        Tensor j = residuals.jacobian(x).require("SumOfSquares.gradient: jacobian", column.dim(0), x.size());
        return j.transposedMatmul(column).times(2).reshape(x.size());
    }

    /** Jᵀ J, (N, N): half of what stands in for the Hessian. */
    Tensor halfCurvature(Tensor x) {
        Tensor j = residuals.jacobian(x);
        return j.transposedMatmul(j);
    }

    private Tensor values(Tensor x) {
        x.require("SumOfSquares: x", Shape.ANY);
        return residuals.values(x).require("SumOfSquares: residuals", Shape.ANY);
    }
}
