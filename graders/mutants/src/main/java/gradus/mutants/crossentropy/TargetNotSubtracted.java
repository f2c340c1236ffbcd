package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Returns p / N, without taking 1 away at the label. */
@Misconception(
        id = "SM-11",
        exercise = "loss/softmax-cross-entropy",
        breaks = "backward.dX",
        message = "Your dX is p / N: it does not know the labels.",
        hint = "The loss falls when the right class gains. Which entry of each row must therefore be negative?")
public final class TargetNotSubtracted extends CrossEntropyAlgebra {

    @Override
    public Tensor backward() {
        return p.divide(p.dim(0));
    }
}
