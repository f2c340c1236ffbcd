package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;

/** Does as if it had been given another reduction, in both passes. */
@Misconception(
        id = "SM-10",
        exercise = "loss/mean-squared-error",
        breaks = {"forward", "backward.dX"},
        message = "Your code does the same for every reduction.",
        hint = "Ask for the sum instead of the mean. Which of your two passes should change, and does it?")
public final class ReductionIgnored extends SquaredErrorAlgebra {
    public ReductionIgnored(Reduction asked, Reduction always) {
        super(always);
    }
}
