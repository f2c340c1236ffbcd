package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Exponentiates the logits as they are, and takes the logarithm of the probability. */
@Misconception(
        id = "AC-07",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your result is not finite for large logits.",
        hint = "exp of a large number is infinite. What can you take from a whole row without changing its softmax?")
public final class NoMaximumProbabilities extends CrossEntropyAlgebra {
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor e = logits.exp();
        p = e.divide(e.sumKeep(1));
        return average(p.pick(labels).log().negate());
    }
}
