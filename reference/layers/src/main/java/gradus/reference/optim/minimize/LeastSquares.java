package gradus.reference.optim.minimize;

import gradus.tensor.Tensor;

/** A way to the least sum of squared residuals, f = {@link SumOfSquares}. Keeps nothing from one call to the next. */
public interface LeastSquares {
    /**
     * Goes from the start (N), which is not written to, until the stopping rule ends it.
     *
     * @throws ArithmeticException if a number is not finite, or a step is not defined
     * @throws gradus.tensor.ShapeException if residuals, Jacobian and start do not fit
     */
    Minimum minimize(Residuals residuals, Tensor start);
}
