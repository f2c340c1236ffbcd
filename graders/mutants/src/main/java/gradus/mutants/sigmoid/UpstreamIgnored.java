package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Returns the slope alone. */
@Misconception(
        id = "SM-10",
        exercise = "activation/sigmoid",
        breaks = "backward.dX",
        message = "Your dX is the slope alone; dy has no influence on it.",
        hint = "Double dy in your mind. What should happen to dX, and what does yours do?")
public final class UpstreamIgnored extends SigmoidAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return y.times(y.oneMinus());
    }
}
