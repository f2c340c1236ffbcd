package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Takes 1 - t as the slope, without the square. */
@Misconception(
        id = "AC-06",
        exercise = "activation/tanh",
        breaks = "backward.dX",
        message = "Your slope is 1 - t.",
        hint = "tanh is an odd function, so its slope must be even. Is yours the same at t and at -t?")
public final class SlopeNotSquared extends TanhAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return y.oneMinus().times(dy);
    }
}
