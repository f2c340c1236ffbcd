package gradus.mutants.relu;

import gradus.mutants.Misconception;
import gradus.mutants.styles.ReluAlgebra;
import gradus.tensor.Tensor;

/** Lets half of the gradient pass where the input is exactly zero. */
@Misconception(
        id = "AC-15",
        exercise = "activation/relu",
        breaks = "backward.dX",
        message = "Your slope at exactly zero is 0.5; this course takes 0 there.",
        hint = "At the corner a convention decides. Read in the task what holds at zero itself.")
public final class SlopeHalfAtZero extends ReluAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return x.sign().plus(1).divide(2).times(dy);
    }
}
