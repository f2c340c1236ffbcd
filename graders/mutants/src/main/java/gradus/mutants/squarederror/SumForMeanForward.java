package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Sums the loss where a mean is asked. */
@Misconception(
        id = "SM-16",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your loss sums up where a mean is asked.",
        hint = "Put the same batch in twice. Should the mean double?")
public final class SumForMeanForward extends SquaredErrorAlgebra {
    public SumForMeanForward(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        super.forward(prediction, target);
        return difference.square().sum() * (reduction == Reduction.HALF_SUM ? 0.5 : 1);
    }
}
