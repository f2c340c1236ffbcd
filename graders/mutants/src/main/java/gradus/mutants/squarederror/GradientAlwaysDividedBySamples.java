package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Divides the gradient by N at the end, whatever the reduction. */
@Misconception(
        id = "SM-08",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is the right one divided once more by N, the number of samples.",
        hint = "Follow one entry from the loss down and count the divisions by N on its way.")
public final class GradientAlwaysDividedBySamples extends SquaredErrorAlgebra {
    public GradientAlwaysDividedBySamples(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        return super.backward().divide(difference.dim(0));
    }
}
