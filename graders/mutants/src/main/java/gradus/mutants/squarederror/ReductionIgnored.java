package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;

/** Averages over the samples in both passes, whatever the reduction. */
@Misconception(
        id = "SM-10",
        exercise = "loss/mean-squared-error",
        breaks = {"forward", "backward.dX"},
        message = "Your code treats every reduction as the mean over the samples.",
        hint = "Ask for the sum instead of the mean. Which of your two passes should change, and does it?")
public final class ReductionIgnored extends SquaredErrorAlgebra {
    public ReductionIgnored(Reduction reduction) {
        super(reduction);
    }

    @Override
    protected double scale() {
        return 1.0 / difference.dim(0);
    }
}
