package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.Tensor;

/** Sums over the samples instead of averaging, in both passes. */
@Misconception(
        id = "SM-16",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your loss and its gradient are the right ones times N, the number of samples.",
        hint = "Put the same batch in twice. Should the loss per sample double?")
public final class SumOverSamples extends CrossEntropyAlgebra {

    @Override
    protected double average(Tensor losses) {
        return losses.sum();
    }

    @Override
    public Tensor backward() {
        return p.minus(onehot());
    }
}
