package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Overwrites the loss in the loop over the samples, so that only the last one is left. */
@Misconception(
        id = "AF-04",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss contains the last sample alone.",
        hint = "Work out the loss of a batch of two by hand. Where in your loop do the two meet?")
public final class LossOfLastSample extends CrossEntropyAlgebra {

    @Override
    protected double average(Tensor losses) {
        return losses.get(losses.dim(0) - 1) / losses.dim(0);
    }
}
