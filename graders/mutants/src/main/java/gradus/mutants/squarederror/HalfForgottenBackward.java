package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Forgets the 1/2 of the half sum in the gradient. */
@Misconception(
        id = "SM-24",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your gradient of the half sum is twice the right one.",
        hint = "The half sum has its 1/2 for a reason. What becomes of it when you differentiate?")
public final class HalfForgottenBackward extends SquaredErrorAlgebra {
    public HalfForgottenBackward(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return difference.times(reduction == Reduction.HALF_SUM ? 2 : 2 * scale());
    }
}
