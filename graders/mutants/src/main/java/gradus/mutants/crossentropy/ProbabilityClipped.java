package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Clips the probability in the loss, but not in the gradient; the bounds are a matter of taste. */
@Misconception(
        id = "SM-14",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss stops growing for hopeless samples while its gradient goes on.",
        hint = "Plot your loss for an ever worse logit. Where it is flat, what should the slope be?")
public final class ProbabilityClipped extends CrossEntropyAlgebra {
    private final double lowest;
    private final double highest;

    public ProbabilityClipped(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        super.forward(logits, labels);
        return average(p.pick(labels).clip(lowest, highest).log().negate());
    }
}
