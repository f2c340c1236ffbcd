package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Returns y (1 - y), whatever comes from above. */
@Misconception(
        id = "SM-10",
        exercise = "activation/softmax",
        breaks = "backward.dX",
        message = "Your dX is y (1 - y); dy has no influence on it.",
        hint = "Double dy in your mind. What should happen to dX, and what does yours do?")
public final class UpstreamIgnored extends SoftmaxAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return y.times(y.oneMinus());
    }
}
