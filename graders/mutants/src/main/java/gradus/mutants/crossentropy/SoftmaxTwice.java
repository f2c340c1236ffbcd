package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Cached;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Applies softmax to the probabilities again, in both passes. */
@Misconception(
        id = "SM-15",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your probabilities went through softmax a second time.",
        hint = "Give the right class a huge logit. How small does your loss get, and how small should it get?")
public final class SoftmaxTwice extends CrossEntropyAlgebra {

    @Cached
    private Tensor inner; // (N, C)

    @Override
    public double forward(Tensor logits, IntTensor labels) {
        super.forward(logits, labels);
        inner = p;
        return super.forward(inner, labels);
    }

    @Override
    public Tensor backward() {
        Tensor d = super.backward();
        return inner.times(d.minus(d.times(inner).sumKeep(1)));
    }
}
