package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** Subtracts the maximum of the whole batch instead of that of each row. */
@Misconception(
        id = "SM-02",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Rows far below the largest logit of the batch lose all their probabilities.",
        hint =
                "Imagine a second sample a few thousand lower than the first. What is left of it after your subtraction and exp?")
public final class MaximumOfAll extends CrossEntropyAlgebra {

    @Override
    protected Tensor shift(Tensor logits) {
        return Tensor.full(Shape.of(logits.dim(0), 1), logits.max());
    }
}
