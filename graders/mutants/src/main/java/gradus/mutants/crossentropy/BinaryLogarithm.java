package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Measures the loss in bits, in both passes. */
@Misconception(
        id = "SM-16",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your loss and its gradient are the right ones divided by ln 2.",
        hint = "Equal logits over C classes must cost ln C. To which base is your logarithm?")
public final class BinaryLogarithm extends CrossEntropyAlgebra {

    @Override
    protected double average(Tensor losses) {
        return super.average(losses) / Math.log(2);
    }

    @Override
    public Tensor backward() {
        return super.backward().divide(Math.log(2));
    }
}
