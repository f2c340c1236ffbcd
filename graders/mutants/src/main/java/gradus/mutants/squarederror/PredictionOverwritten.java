package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Subtracts the target in the prediction itself. */
@Misconception(
        id = "AF-13",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your forward pass changes the prediction, which was only lent to it.",
        hint = "The layer below may still need its output, your prediction. Where do you write into it?")
public final class PredictionOverwritten extends SquaredErrorAlgebra {
    public PredictionOverwritten(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        double loss = super.forward(prediction, target);
        prediction.assign(difference);
        return loss;
    }
}
