package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Takes the gradient of the mean over all entries, whatever the reduction. */
@Misconception(
        id = "SM-10",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your gradient is that of the mean over all entries, whatever the reduction.",
        hint = "Ask for the sum instead of the mean. Which of your two passes should change, and does it?")
public final class ReductionIgnoredForEntriesBackward extends SquaredErrorAlgebra {
    public ReductionIgnoredForEntriesBackward(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return difference.times(2.0 / difference.size());
    }
}
