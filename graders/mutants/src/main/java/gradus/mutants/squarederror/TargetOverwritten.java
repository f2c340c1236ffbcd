package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Subtracts in the target itself. */
@Misconception(
        id = "AF-13",
        exercise = "loss/mean-squared-error",
        breaks = "forward",
        message = "Your forward pass changes the target, which was only lent to it.",
        hint = "The next epoch needs the same targets. Where do you write into them?")
public final class TargetOverwritten extends SquaredErrorAlgebra {
    public TargetOverwritten(Reduction reduction) {
        super(reduction);
    }

    @Override
    public double forward(Tensor prediction, Tensor target) {
        double loss = super.forward(prediction, target);
        target.assign(difference);
        return loss;
    }
}
