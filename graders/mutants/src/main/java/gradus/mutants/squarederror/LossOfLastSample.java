package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Overwrites the loss in the loop over the samples, so that only the last one is left. */
@Misconception(
        id = "AF-04",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your loss contains the last sample alone.",
        hint = "Work out the loss of a batch of two by hand. Where in your loop do the two meet?")
public final class LossOfLastSample extends SquaredErrorAlgebra {
    public LossOfLastSample(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        super.forward(prediction, target);
        return scale() * difference.select(0, difference.dim(0) - 1).square().sum();
    }
}
