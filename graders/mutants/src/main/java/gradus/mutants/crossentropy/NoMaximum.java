package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Exponentiates the logits without subtracting anything, which overflows. */
@Misconception(
        id = "AC-07",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not finite for large logits.",
        hint = "exp of a large number is infinite. What can you take from a whole row without changing its softmax?")
public final class NoMaximum extends CrossEntropyAlgebra {

    @Override
    protected Tensor shift(Tensor logits) {
        return Tensor.zeros(logits.dim(0), 1);
    }
}
