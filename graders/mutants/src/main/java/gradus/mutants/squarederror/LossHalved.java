package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Puts a factor 1/2 into the loss, but not into its gradient. */
@Misconception(
        id = "SM-24",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your loss is half of the right one, and its gradient is not.",
        hint = "The slope of a square brings a 2 along. In which of the two passes did you let it cancel?")
public final class LossHalved extends SquaredErrorAlgebra {
    public LossHalved(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        return super.forward(prediction, target) / 2;
    }
}
