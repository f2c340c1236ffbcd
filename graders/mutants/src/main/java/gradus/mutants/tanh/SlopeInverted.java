package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Takes 1 / (1 - t²), the slope of the inverse function. */
@Misconception(
        id = "AC-06",
        exercise = "activation/tanh",
        breaks = "backward.dX",
        message = "Your slope is 1 / (1 - t²), the reciprocal of the right one.",
        hint = "Where tanh flattens out its slope must shrink. What does yours do for t near 1?")
public final class SlopeInverted extends TanhAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return dy.divide(y.square().oneMinus());
    }
}
