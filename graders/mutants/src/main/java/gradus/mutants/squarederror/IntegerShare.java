package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Divides 1 by the divisor of a mean in integers, which is 0 from two on. */
@Misconception(
        id = "AF-12",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is exactly zero as soon as there is anything to divide by.",
        hint = "Print your scale factor. What does Java make of one whole number divided by a larger one?")
public final class IntegerShare extends SquaredErrorAlgebra {
    public IntegerShare(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        if (reduction == Reduction.HALF_SUM) {
            return super.backward();
        }
        int share = 1 / (int) Math.round(1 / scale());
        return difference.times(2).times(share);
    }
}
