package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Takes 1 - x² as the slope, with the input. */
@Misconception(
        id = "AC-06",
        exercise = "activation/tanh",
        breaks = "backward.dX",
        message = "Your slope is 1 - x² with the input x.",
        hint = "A slope of tanh is never negative. Put x = 2 into yours: which of your two tensors belongs there?")
public final class SlopeFromInput extends TanhAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return x.square().oneMinus().times(dy);
    }
}
