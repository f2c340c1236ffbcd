package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Subtracts the maximum of the whole batch, and takes the logarithm of the probability. */
@Misconception(
        id = "SM-02",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Rows far below the largest logit of the batch lose all their probabilities.",
        hint = "Imagine a second sample a few thousand lower than the first. What is left of it after exp?")
public final class MaximumOfAllProbabilities extends CrossEntropyAlgebra {
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor e = logits.minus(logits.max()).exp();
        p = e.divide(e.sumKeep(1));
        return average(p.pick(labels).log().negate());
    }
}
