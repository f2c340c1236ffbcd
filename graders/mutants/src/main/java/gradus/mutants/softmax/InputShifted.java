package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Subtracts the maxima in the input itself. */
@Misconception(
        id = "AF-13",
        exercise = "activation/softmax",
        breaks = "forward",
        message = "Your forward pass changes x, which was only lent to it.",
        hint = "The layer below may still need its output, your x. Where do you write into it?")
public final class InputShifted extends SoftmaxAlgebra {

    @Override
    public Tensor forward(Tensor x) {
        x.assign(x.minus(shift(x)));
        return super.forward(x);
    }
}
