package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Divides the gradient of a mean by its divisor a second time. */
@Misconception(
        id = "SM-08",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is the right one divided once more by the divisor of the mean.",
        hint = "Follow one entry from the loss down and count the divisions on its way.")
public final class GradientDividedTwice extends SquaredErrorAlgebra {
    public GradientDividedTwice(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        boolean mean = reduction == Reduction.MEAN_BATCH || reduction == Reduction.MEAN_ALL;
        return super.backward().times(mean ? scale() : 1);
    }
}
