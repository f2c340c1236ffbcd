package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;
import gradus.tensor.Tensor;

/** Divides 2 by the divisor in integers, which is 0 from three on. */
@Misconception(
        id = "AF-12",
        exercise = "loss/mean-squared-error",
        breaks = "backward.dX",
        message = "Your dX is exactly zero as soon as the divisor is larger than two.",
        hint = "Print your scale factor. What does Java make of one whole number divided by a larger one?")
public final class IntegerFactor extends SquaredErrorAlgebra {
    public IntegerFactor(Reduction reduction) {
        super(reduction);
    }

    @Override
    public Tensor backward() {
        int divisor = (int) Math.round(1 / scale());
        int factor = 2 / divisor;
        return difference.times(factor);
    }
}
