package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Applies softmax to the probabilities again in the loss alone. */
@Misconception(
        id = "SM-15",
        exercise = "loss/softmax-cross-entropy",
        breaks = "forward",
        message = "Your loss puts probabilities through softmax a second time.",
        hint = "Give the right class a huge logit. How small does your loss get, and how small should it get?")
public final class SoftmaxTwiceInnerGradient extends CrossEntropyAlgebra {

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        super.forward(logits, labels);
        Tensor inner = p;
        double loss = super.forward(inner, labels);
        p = inner;
        return loss;
    }
}
