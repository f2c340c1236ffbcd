package gradus.reference.optim.minimize;

import gradus.tensor.Objective;
import gradus.tensor.Tensor;

/** A way to a minimum. Keeps nothing from one call to the next. */
public interface Minimizer {
    /**
     * Goes from the start, which is not written to, until the stopping rule ends it.
     *
     * @throws ArithmeticException if a value or a gradient is not finite, or a step is not defined
     * @throws gradus.tensor.ShapeException if the gradient has another shape than the start
     */
    Minimum minimize(Objective f, Tensor start);
}
