package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Writes the output over the input. */
@Misconception(
        id = "AF-13",
        exercise = "activation/sigmoid",
        breaks = "forward",
        message = "Your forward pass changes x, which was only lent to it.",
        hint = "The layer below may still need its output, your x. Where do you write into it?")
public final class InputOverwritten extends SigmoidAlgebra {

    @Override
    public Tensor forward(Tensor x) {
        x.assign(sigmoid(x));
        y = x.copy();
        return y;
    }
}
