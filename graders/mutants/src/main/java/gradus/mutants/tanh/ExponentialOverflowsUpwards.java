package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Divides e^2x - 1 by e^2x + 1, which is infinity over infinity for large x. */
@Misconception(
        id = "AC-07",
        exercise = "activation/tanh",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not a number for large inputs.",
        hint = "exp of a large number is infinite. Is there a form in which only tiny numbers come out of exp?")
public final class ExponentialOverflowsUpwards extends TanhAlgebra {
    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.times(2).exp();
        y = e.minus(1).divide(e.plus(1));
        return y;
    }
}
