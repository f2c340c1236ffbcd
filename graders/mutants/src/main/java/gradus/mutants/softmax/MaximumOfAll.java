package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Shape;
import gradus.tensor.Tensor;

/** Subtracts the maximum of the whole batch instead of that of each row. */
@Misconception(
        id = "SM-02",
        exercise = "activation/softmax",
        breaks = {"forward", "backward.dX"},
        message = "Rows far below the largest number of the batch become 0 / 0.",
        hint =
                "Imagine a second sample a few thousand lower than the first. What is left of it after your subtraction and exp?")
public final class MaximumOfAll extends SoftmaxAlgebra {

    @Override
    protected Tensor shift(Tensor x) {
        return Tensor.full(Shape.of(x.dim(0), 1), x.max());
    }
}
