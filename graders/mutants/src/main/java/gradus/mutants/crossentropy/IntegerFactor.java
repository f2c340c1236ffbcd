package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Averages by a factor 1 / N in integers, which is 0 for N > 1. */
@Misconception(
        id = "AF-12",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your average is exactly zero whenever there is more than one sample.",
        hint = "Print your scale factor. What does Java make of one whole number divided by a larger one?")
public final class IntegerFactor extends CrossEntropyAlgebra {

    @Override
    protected double average(Tensor losses) {
        int factor = 1 / losses.dim(0);
        return factor * losses.sum();
    }

    @Override
    public Tensor backward() {
        int factor = 1 / p.dim(0);
        return p.minus(onehot()).times(factor);
    }
}
