package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Uses only the diagonal of the Jacobian, y (1 - y). */
@Misconception(
        id = "SM-04",
        exercise = "activation/softmax",
        breaks = "backward.dX",
        message = "Your dX is y (1 - y) dy: each class hears only from itself.",
        hint = "Raise one logit: its own probability grows. And the other ones? Where is that in your gradient?")
public final class DiagonalOnly extends SoftmaxAlgebra {

    @Override
    public Tensor backward(Tensor dy) {
        return dy.times(y).times(y.oneMinus());
    }
}
