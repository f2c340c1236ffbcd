package gradus.mutants.relu;

import gradus.mutants.Misconception;
import gradus.mutants.styles.ReluAlgebra;
import gradus.tensor.Tensor;

/** Returns the slope alone. */
@Misconception(
        id = "SM-10",
        exercise = "activation/relu",
        breaks = "backward.dX",
        message = "Your dX is the slope alone; dy has no influence on it.",
        hint = "Double dy in your mind. What should happen to dX, and what does yours do?")
public final class UpstreamIgnored extends ReluAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return x.greater(0);
    }
}
