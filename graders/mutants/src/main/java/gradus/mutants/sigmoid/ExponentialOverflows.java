package gradus.mutants.sigmoid;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SigmoidAlgebra;
import gradus.tensor.Tensor;

/** Computes e^x / (1 + e^x), which is infinity over infinity for large x. */
@Misconception(
        id = "AC-07",
        exercise = "activation/sigmoid",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not a number for large inputs.",
        hint = "exp of a large number is infinite. Can you divide so that only a tiny one is ever exponentiated?")
public final class ExponentialOverflows extends SigmoidAlgebra {

    @Override
    protected Tensor sigmoid(Tensor x) {
        return x.exp().divide(x.exp().plus(1));
    }
}
