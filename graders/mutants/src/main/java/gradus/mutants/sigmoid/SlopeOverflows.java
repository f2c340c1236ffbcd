package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Takes the slope as e^z / (1 + e^z)² for z = x or z = -x, which is infinity over infinity for large z. */
@Misconception(
        id = "AC-07",
        exercise = "activation/sigmoid",
        breaks = "backward.dX",
        message = "Your slope is not a number for inputs of large size.",
        hint = "exp of a large number is infinite. Is the slope not to be had from the output alone?")
public final class SlopeOverflows extends SigmoidAlgebra {
    private final double sign;

    public SlopeOverflows(double sign) {
        this.sign = sign;
    }

    @Override
    public Tensor backward(Tensor dy) {
        Tensor e = x.times(sign).exp();
        return dy.times(e.divide(e.plus(1).square()));
    }
}
