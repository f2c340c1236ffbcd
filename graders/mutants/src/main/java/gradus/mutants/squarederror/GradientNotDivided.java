package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Leaves out the divisor of the mean in the gradient. */
@Misconception(
        id = "SM-07",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is the right one times the divisor of the mean.",
        hint = "Put the same batch in twice. What happens to the mean, and what to each entry of your gradient?")
public final class GradientNotDivided extends SquaredErrorAlgebra {
    public GradientNotDivided(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return difference.times(reduction == Reduction.HALF_SUM ? 1 : 2);
    }
}
