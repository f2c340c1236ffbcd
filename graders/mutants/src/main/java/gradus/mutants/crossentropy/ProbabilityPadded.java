package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.tensor.Tensor;

/** Adds 1e-12 to the probability in the loss, but not in the gradient. */
@Misconception(
        id = "SM-14",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss stops growing for hopeless samples while its gradient goes on.",
        hint = "Plot your loss for an ever worse logit. Where it is flat, what should the slope be?")
public final class ProbabilityPadded extends ProbabilityClipped {

    @Override
    protected Tensor bounded(Tensor probabilities) {
        return probabilities.plus(1e-12);
    }
}
