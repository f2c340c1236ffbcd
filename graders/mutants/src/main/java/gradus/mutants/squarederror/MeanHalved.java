package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Puts a factor 1/2 into every loss, but not into its gradient. */
@Misconception(
        id = "SM-24",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your loss has a factor 1/2 that its gradient does not know.",
        hint = "The slope of a square brings a 2 along. In which of the two passes did you let it cancel?")
public final class MeanHalved extends SquaredErrorAlgebra {
    public MeanHalved(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        double loss = super.forward(prediction, target);
        return reduction == Reduction.HALF_SUM ? loss : loss / 2;
    }
}
