package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Divides the gradient by N a second time. */
@Misconception(
        id = "SM-08",
        exercise = "loss/softmax-cross-entropy",
        breaks = "backward.dX",
        message = "Your dX is the right one divided once more by N, the number of samples.",
        hint = "Follow one entry from the loss down and count the divisions by N on its way.")
public final class GradientDividedTwice extends CrossEntropyAlgebra {

    @Override
    public Tensor backward() {
        return super.backward().divide(p.dim(0));
    }
}
