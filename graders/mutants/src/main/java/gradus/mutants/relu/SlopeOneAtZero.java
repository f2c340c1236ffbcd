package gradus.mutants.relu;

import gradus.mutants.Misconception;
import gradus.mutants.styles.ReluAlgebra;
import gradus.tensor.Tensor;

/** Lets the gradient pass where the input is exactly zero. */
@Misconception(
        id = "AC-15",
        exercise = "activation/relu",
        breaks = "backward.dX",
        message = "Your slope at exactly zero is 1; this course takes 0 there.",
        hint = "At the corner a convention decides. Read in the task which side zero belongs to.")
public final class SlopeOneAtZero extends ReluAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return x.greaterEqual(0).times(dy);
    }
}
