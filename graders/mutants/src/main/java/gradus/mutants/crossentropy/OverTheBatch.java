package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Normalises over the samples instead of over the classes, in both passes. */
@Misconception(
        id = "SM-03",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your probabilities add up to one over the samples, not over the classes.",
        hint = "One sample's probabilities must not depend on its neighbours. Along which axis do yours compete?")
public final class OverTheBatch extends CrossEntropyAlgebra {
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor shifted = logits.minus(logits.maxKeep(0));
        Tensor logarithms = shifted.minus(shifted.exp().sumKeep(0).log());
        p = logarithms.exp();
        return average(logarithms.pick(labels).negate());
    }

    @Override
    public Tensor backward() {
        return p.times(onehot().sumKeep(0)).minus(onehot()).divide(p.dim(0));
    }
}
