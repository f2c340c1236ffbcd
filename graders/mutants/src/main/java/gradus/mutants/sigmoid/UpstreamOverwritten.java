package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Multiplies the slope into dy itself. */
@Misconception(
        id = "AF-13",
        exercise = "activation/sigmoid",
        breaks = "backward.dX",
        message = "Your backward pass changes dy, which was only lent to it.",
        hint = "Somebody else still needs the upstream gradient after you. Where do you write into it?")
public final class UpstreamOverwritten extends SigmoidAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        dy.assign(super.backward(dy));
        return dy;
    }
}
