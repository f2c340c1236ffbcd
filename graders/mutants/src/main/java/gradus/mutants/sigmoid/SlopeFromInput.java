package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Puts the input where the slope formula wants the output: x (1 - x). */
@Misconception(
        id = "AC-03",
        exercise = "activation/sigmoid",
        breaks = "backward.dX",
        message = "Your slope is x (1 - x) with the input x.",
        hint =
                "A slope of a sigmoid lies between 0 and 1/4. Which of your two tensors would make the short formula obey that?")
public final class SlopeFromInput extends SigmoidAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(x).times(x.oneMinus());
    }
}
