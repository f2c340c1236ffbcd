package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Divides 1 - e^-2x by 1 + e^-2x, which is infinity over infinity far below zero. */
@Misconception(
        id = "AC-07",
        exercise = "activation/tanh",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not a number far below zero.",
        hint = "exp of a large number is infinite. Is there a form in which only tiny numbers come out of exp?")
public final class ExponentialOverflowsDownwards extends TanhAlgebra {
    @Override
    public Tensor forward(Tensor x) {
        Tensor e = x.times(-2).exp();
        y = e.oneMinus().divide(e.plus(1));
        return y;
    }
}
