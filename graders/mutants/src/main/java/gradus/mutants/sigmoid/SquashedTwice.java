package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Applies the sigmoid to its kept output before taking the slope. */
@Misconception(
        id = "AC-04",
        exercise = "activation/sigmoid",
        breaks = "backward.dX",
        message = "Your slope is taken at the sigmoid of the sigmoid.",
        hint = "Follow the value you kept into the backward pass and count how often it has been squashed.")
public final class SquashedTwice extends SigmoidAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        Tensor twice = sigmoid(y);
        return dy.times(twice).times(twice.oneMinus());
    }
}
