package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.tensor.Tensor;

/** Clips the probability at 1e-10 in the loss, but not in the gradient. */
@Misconception(
        id = "SM-14",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss stops growing for hopeless samples while its gradient goes on.",
        hint = "Plot your loss for an ever worse logit. Where it is flat, what should the slope be?")
public final class ProbabilityClippedLoosely extends ProbabilityClipped {

    @Override
    protected Tensor bounded(Tensor probabilities) {
        return probabilities.maximum(1e-10);
    }
}
