package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Returns y dy, without taking the row's mean of dy away. */
@Misconception(
        id = "SM-06",
        exercise = "activation/softmax",
        breaks = "backward.dX",
        message = "Your dX is y dy; what all classes share has not been taken away.",
        hint =
                "Add the same number to every dy of a row: the probabilities still sum to one, so dX must not move. Does yours?")
public final class InnerProductMissing extends SoftmaxAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y);
    }
}
