package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Forgets the 1/2 of the half sum in the loss. */
@Misconception(
        id = "SM-24",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your half sum is a whole one; its gradient is right.",
        hint = "Compare your half sum with your sum for the same numbers.")
public final class HalfForgottenForward extends SquaredErrorAlgebra {
    public HalfForgottenForward(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        double loss = super.forward(prediction, target);
        return reduction == Reduction.HALF_SUM ? 2 * loss : loss;
    }
}
