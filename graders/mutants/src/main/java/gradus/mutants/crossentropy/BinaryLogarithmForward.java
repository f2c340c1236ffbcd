package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Measures the loss in bits, but not its gradient. */
@Misconception(
        id = "SM-16",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss is the right one divided by ln 2.",
        hint = "Equal logits over C classes must cost ln C. To which base is your logarithm?")
public final class BinaryLogarithmForward extends CrossEntropyAlgebra {

    @Override
    protected double average(Tensor losses) {
        return super.average(losses) / Math.log(2);
    }
}
