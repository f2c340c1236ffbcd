package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Exponentiates the input as it is in the log-softmax. */
@Misconception(
        id = "AC-07",
        exercise = "activation/softmax",
        breaks = {"forward", "backward.dX"},
        message = "The sum of your row overflows for large inputs and vanishes for small ones.",
        hint = "exp of a large number is infinite. What can you take from a whole row without changing its softmax?")
public final class NoMaximumLogarithms extends SoftmaxAlgebra {
    @Override
    protected Tensor softmax(Tensor x) {
        return x.minus(x.exp().sumKeep(1).log()).exp();
    }
}
