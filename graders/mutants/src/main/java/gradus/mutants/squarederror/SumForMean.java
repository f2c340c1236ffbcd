package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;

/** Sums where a mean is asked, in both passes. */
@Misconception(
        id = "SM-16",
        exercise = "loss/mean-squared-error",
        breaks = {"forward", "backward.dX"},
        message = "Your loss and its gradient sum up where a mean is asked.",
        hint = "Put the same batch in twice. Should the mean double?")
public final class SumForMean extends SquaredErrorAlgebra {
    public SumForMean(Reduction reduction) {
        super(reduction);
    }

    @Override
    protected double scale() {
        return reduction == Reduction.HALF_SUM ? 0.5 : 1;
    }
}
