package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Returns (onehot - p) / N. */
@Misconception(
        id = "SM-12",
        exercise = "loss/softmax-cross-entropy",
        breaks = "backward.dX",
        message = "Your dX is the right one with the opposite sign.",
        hint = "Make one small step against your gradient, in your head. Does the loss fall?")
public final class SignFlipped extends CrossEntropyAlgebra {

    @Override
    public Tensor backward() {
        return super.backward().negate();
    }
}
