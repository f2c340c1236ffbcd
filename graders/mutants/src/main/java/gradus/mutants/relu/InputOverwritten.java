package gradus.mutants.relu;

import gradus.mutants.Misconception;
import gradus.mutants.styles.ReluAlgebra;
import gradus.tensor.Tensor;

/** Zeroes the negative entries in the input itself. */
@Misconception(
        id = "AC-14",
        exercise = "activation/relu",
        breaks = "forward",
        message = "Your forward pass changes x, which was only lent to it.",
        hint = "A skip connection would read x after you. What would it find there?")
public final class InputOverwritten extends ReluAlgebra {

    @Override
    public Tensor forward(Tensor x) {
        x.assign(x.maximum(0));
        return super.forward(x);
    }
}
