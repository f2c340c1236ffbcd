package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Takes the logarithm to another base than e, in both passes. */
@Misconception(
        id = "SM-16",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your loss and its gradient are measured by a logarithm that is not the natural one.",
        hint = "Equal logits over C classes must cost ln C. To which base is your logarithm?")
public final class OtherLogarithm extends CrossEntropyAlgebra {
    private final double base;

    public OtherLogarithm(double base) {
        this.base = base;
    }

    @Override
    protected double average(Tensor losses) {
        return super.average(losses) / Math.log(base);
    }

    @Override
    public Tensor backward() {
        return super.backward().divide(Math.log(base));
    }
}
