package gradus.mutants.squarederror;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SquaredErrorAlgebra;
import gradus.tensor.Reduction;

/** Divides 1 by the divisor in integers in both passes, which is 0 from two on. */
@Misconception(
        id = "AF-12",
        exercise = "loss/mean-squared-error",
        breaks = {"forward", "backward.dX"},
        message = "Your result is exactly zero as soon as there is anything to divide by.",
        hint = "Print your scale factor. What does Java make of one whole number divided by a larger one?")
public final class IntegerScale extends SquaredErrorAlgebra {
    public IntegerScale(Reduction reduction) {
        super(reduction);
    }

    @Override
    protected double scale() {
        return (int) super.scale();
    }
}
