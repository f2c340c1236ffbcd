package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Returns the slope alone. */
@Misconception(
        id = "SM-10",
        exercise = "activation/tanh",
        breaks = "backward.dX",
        message = "Your dX is the slope alone; dy has no influence on it.",
        hint = "Double dy in your mind. What should happen to dX, and what does yours do?")
public final class UpstreamIgnored extends TanhAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return y.square().oneMinus();
    }
}
