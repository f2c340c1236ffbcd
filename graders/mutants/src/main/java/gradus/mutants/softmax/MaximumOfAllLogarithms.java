package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Subtracts the maximum of the whole batch in the log-softmax. */
@Misconception(
        id = "SM-02",
        exercise = "activation/softmax",
        breaks = {"forward", "backward.dX"},
        message = "Rows far below the largest number of the batch lose their sum.",
        hint = "Imagine a second sample a few thousand lower than the first. What is left of it after exp?")
public final class MaximumOfAllLogarithms extends SoftmaxAlgebra {
    @Override
    protected Tensor softmax(Tensor x) {
        Tensor shifted = x.minus(x.max());
        return shifted.minus(shifted.exp().sumKeep(1).log()).exp();
    }
}
