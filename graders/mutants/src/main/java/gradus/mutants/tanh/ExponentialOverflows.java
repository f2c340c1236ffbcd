package gradus.mutants.tanh;

import gradus.mutants.Misconception;
import gradus.mutants.styles.TanhAlgebra;
import gradus.tensor.Tensor;

/** Divides e^x - e^-x by e^x + e^-x, which is infinity over infinity for large x. */
@Misconception(
        id = "AC-07",
        exercise = "activation/tanh",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not a number for inputs of large size.",
        hint = "exp of a large number is infinite. Is there a form in which only tiny numbers come out of exp?")
public final class ExponentialOverflows extends TanhAlgebra {

    @Override
    public Tensor forward(Tensor x) {
        Tensor up = x.exp();
        Tensor down = x.negate().exp();
        y = up.minus(down).divide(up.plus(down));
        return y;
    }
}
