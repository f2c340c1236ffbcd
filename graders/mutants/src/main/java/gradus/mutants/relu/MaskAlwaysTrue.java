package gradus.mutants.relu;

import gradus.mutants.Misconception;
import gradus.mutants.styles.ReluAlgebra;
import gradus.tensor.Tensor;

/** Asks whether the output is at least zero, which it always is. */
@Misconception(
        id = "AC-02",
        exercise = "activation/relu",
        breaks = "backward.dX",
        message = "Your dX is dy itself: nothing was blocked.",
        hint = "What values can a ReLU return? Then look again at the condition that should hold some of dy back.")
public final class MaskAlwaysTrue extends ReluAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return x.maximum(0).greaterEqual(0).times(dy);
    }
}
