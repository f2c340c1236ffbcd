package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Exponentiates without subtracting anything, which overflows. */
@Misconception(
        id = "AC-07",
        exercise = "activation/softmax",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not a number for large inputs.",
        hint = "exp of a large number is infinite. What can you take from a whole row without changing its softmax?")
public final class NoMaximum extends SoftmaxAlgebra {

    @Override
    protected Tensor shift(Tensor x) {
        return Tensor.zeros(x.dim(0), 1);
    }
}
