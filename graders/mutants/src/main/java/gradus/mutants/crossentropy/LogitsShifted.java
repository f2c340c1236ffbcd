package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Subtracts the maxima in the logits themselves. */
@Misconception(
        id = "AF-13",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your forward pass changes the logits, which were only lent to it.",
        hint = "The layer below may still need its output, your logits. Where do you write into them?")
public final class LogitsShifted extends CrossEntropyAlgebra {

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        logits.assign(logits.minus(shift(logits)));
        return super.forward(logits, labels);
    }
}
