package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Subtracts the prediction from the target in the gradient. */
@Misconception(
        id = "SM-12",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is the right one with the opposite sign.",
        hint =
                "Let the prediction be too large. In which direction must the loss push it, and what sign has that slope?")
public final class SignFlipped extends SquaredErrorAlgebra {
    public SignFlipped(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return super.backward().negate();
    }
}
