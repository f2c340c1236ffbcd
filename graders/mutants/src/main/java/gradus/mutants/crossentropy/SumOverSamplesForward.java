package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Sums the loss over the samples, but divides its gradient. */
@Misconception(
        id = "SM-16",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss is the right one times N, the number of samples.",
        hint = "Put the same batch in twice. Should the loss per sample double?")
public final class SumOverSamplesForward extends CrossEntropyAlgebra {

    @Override
    protected double average(Tensor losses) {
        return losses.sum();
    }
}
