package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Multiplies the slope into dy itself. */
@Misconception(
        id = "AF-13",
        exercise = "activation/tanh",
        breaks = "backward.dX",
        message = "Your backward pass changes dy, which was only lent to it.",
        hint = "Somebody else still needs the upstream gradient after you. Where do you write into it?")
public final class UpstreamOverwritten extends TanhAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        dy.assign(super.backward(dy));
        return dy;
    }
}
