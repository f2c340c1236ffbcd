package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Takes the gradient of the mean over the samples, whatever the reduction. */
@Misconception(
        id = "SM-10",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your gradient is that of the mean over the samples, whatever the reduction.",
        hint = "Ask for the sum instead of the mean. Which of your two passes should change, and does it?")
public final class ReductionIgnoredBackward extends SquaredErrorAlgebra {
    public ReductionIgnoredBackward(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return difference.times(2.0 / difference.dim(0));
    }
}
