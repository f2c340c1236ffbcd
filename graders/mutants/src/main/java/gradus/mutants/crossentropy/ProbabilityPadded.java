package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Adds a small number to the probability in the loss, but not in the gradient. */
@Misconception(
        id = "SM-14",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss stops growing for hopeless samples while its gradient goes on.",
        hint = "Plot your loss for an ever worse logit. Where it is flat, what should the slope be?")
public final class ProbabilityPadded extends CrossEntropyAlgebra {
    private final double padding;

    public ProbabilityPadded(double padding) {
        this.padding = padding;
    }

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        super.forward(logits, labels);
        return average(p.pick(labels).plus(padding).log().negate());
    }
}
