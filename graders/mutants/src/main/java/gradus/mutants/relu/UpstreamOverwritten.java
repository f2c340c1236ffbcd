package gradus.mutants.relu;

import gradus.mutants.Misconception;
import gradus.mutants.styles.ReluAlgebra;
import gradus.tensor.Tensor;

/** Blocks the entries in dy itself and returns it. */
@Misconception(
        id = "AF-13",
        exercise = "activation/relu",
        breaks = "backward.dX",
        message = "Your backward pass changes dy, which was only lent to it.",
        hint = "Somebody else still needs the upstream gradient after you. Where do you write into it?")
public final class UpstreamOverwritten extends ReluAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        dy.assign(super.backward(dy));
        return dy;
    }
}
