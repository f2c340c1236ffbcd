package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Takes the logarithm to another base than e, but differentiates the natural one. */
@Misconception(
        id = "SM-16",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss is measured by a logarithm that is not the natural one.",
        hint = "Equal logits over C classes must cost ln C. To which base is your logarithm?")
public final class OtherLogarithmForward extends CrossEntropyAlgebra {
    private final double base;

    public OtherLogarithmForward(double base) {
        this.base = base;
    }

    @Override
    protected double average(Tensor losses) {
        return super.average(losses) / Math.log(base);
    }
}
