package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Leaves out the division by N in the gradient of the mean. */
@Misconception(
        id = "SM-07",
        exercise = "loss/softmax-cross-entropy",
        breaks = "backward.dX",
        message = "Your dX is the right one times N, the number of samples.",
        hint = "Put the same batch in twice. What happens to the loss, and what to each entry of your gradient?")
public final class GradientNotDivided extends CrossEntropyAlgebra {

    @Override
    public Tensor backward() {
        return p.minus(onehot());
    }
}
