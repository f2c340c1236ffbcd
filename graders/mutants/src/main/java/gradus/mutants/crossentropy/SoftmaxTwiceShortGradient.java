package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Applies softmax to the probabilities again, and keeps the short gradient of the outer one. */
@Misconception(
        id = "SM-15",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your probabilities went through softmax a second time.",
        hint = "Give the right class a huge logit. How small does your loss get, and how small should it get?")
public final class SoftmaxTwiceShortGradient extends CrossEntropyAlgebra {

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        super.forward(logits, labels);
        return super.forward(p, labels);
    }
}
