package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Adds the entries of the Jacobian up as if dy were all ones, which leaves nothing. */
@Misconception(
        id = "SM-10",
        exercise = "activation/softmax",
        breaks = "backward.dX",
        message = "Your dX vanishes, because dy has no influence on it.",
        hint = "The probabilities of a row always sum to one, so all their slopes together are zero. What weighs them?")
public final class UpstreamOfOnes extends SoftmaxAlgebra {
    @Override
    public Tensor backward(Tensor dy) {
        return super.backward(Tensor.ones(dy.shape()));
    }
}
