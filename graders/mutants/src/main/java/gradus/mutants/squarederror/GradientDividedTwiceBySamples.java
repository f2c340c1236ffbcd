package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Divides the gradient of a mean by N, whatever has been divided already. */
@Misconception(
        id = "SM-08",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is the right one divided once more by N, the number of samples.",
        hint = "Follow one entry from the loss down and count the divisions by N on its way.")
public final class GradientDividedTwiceBySamples extends SquaredErrorAlgebra {
    public GradientDividedTwiceBySamples(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        boolean mean = reduction == Reduction.MEAN_BATCH || reduction == Reduction.MEAN_ALL;
        return super.backward().divide(mean ? difference.dim(0) : 1);
    }
}
