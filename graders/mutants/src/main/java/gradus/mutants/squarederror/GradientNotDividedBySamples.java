package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Leaves out the number of samples in the gradient, and divides by the number of outputs where asked. */
@Misconception(
        id = "SM-07",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is the right one times N, the number of samples.",
        hint = "Put the same batch in twice. What happens to the mean, and what to each entry of your gradient?")
public final class GradientNotDividedBySamples extends SquaredErrorAlgebra {
    public GradientNotDividedBySamples(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        boolean mean = reduction == Reduction.MEAN_BATCH || reduction == Reduction.MEAN_ALL;
        return super.backward().times(mean ? difference.dim(0) : 1);
    }
}
