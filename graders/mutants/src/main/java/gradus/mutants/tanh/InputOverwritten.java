package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Writes the output over the input. */
@Misconception(
        id = "AF-13",
        exercise = "activation/tanh",
        breaks = "forward",
        message = "Your forward pass changes x, which was only lent to it.",
        hint = "The layer below may still need its output, your x. Where do you write into it?")
public final class InputOverwritten extends TanhAlgebra {

    @Override
    public Tensor forward(Tensor x) {
        x.assign(x.tanh());
        y = x.copy();
        return y;
    }
}
