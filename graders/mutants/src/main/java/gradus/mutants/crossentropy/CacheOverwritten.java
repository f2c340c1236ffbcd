package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Takes 1 away at the label inside the kept probabilities. */
@Misconception(
        id = "SM-18",
        exercise = "loss/softmax-cross-entropy",
        breaks = "backward.dX",
        message = "Your second backward pass after one forward pass gives another answer than the first.",
        hint = "What does your backward pass find in its kept values when it runs again?")
public final class CacheOverwritten extends CrossEntropyAlgebra {

    @Override
    public Tensor backward() {
        for (int n = 0; n < p.dim(0); n++) {
            p.set(n, labels.get(n), p.get(n, labels.get(n)) - 1);
        }
        return p.divide(p.dim(0));
    }
}
