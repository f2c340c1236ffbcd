package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Leaves the 2 of the squares out of the gradient. */
@Misconception(
        id = "SM-24",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is half of the right one.",
        hint = "Differentiate a single square on paper. Which factor stands in front?")
public final class GradientHalved extends SquaredErrorAlgebra {
    public GradientHalved(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return difference.times(scale());
    }
}
