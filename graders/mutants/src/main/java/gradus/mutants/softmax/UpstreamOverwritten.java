package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Works out the gradient in dy itself. */
@Misconception(
        id = "AF-13",
        exercise = "activation/softmax",
        breaks = "backward.dX",
        message = "Your backward pass changes dy, which was only lent to it.",
        hint = "Somebody else still needs the upstream gradient after you. Where do you write into it?")
public final class UpstreamOverwritten extends SoftmaxAlgebra {
    @Override
    public Tensor backward(Tensor dy) {
        dy.assign(super.backward(dy));
        return dy;
    }
}
