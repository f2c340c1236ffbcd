package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Finishes the gradient inside the kept probabilities, the division by N too. */
@Misconception(
        id = "SM-18",
        exercise = "loss/softmax-cross-entropy",
        breaks = "backward.dX",
        message = "Your second backward pass after one forward pass gives another answer than the first.",
        hint = "What does your backward pass find in its kept values when it runs again?")
public final class CacheScaled extends CrossEntropyAlgebra {

    @Override
    public Tensor backward() {
        p.assign(super.backward());
        return p.copy();
    }
}
