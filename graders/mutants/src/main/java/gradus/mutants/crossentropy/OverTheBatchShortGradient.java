package gradus.mutants.crossentropy;

import gradus.mutants.Misconception;
import gradus.mutants.styles.CrossEntropyAlgebra;
import gradus.tensor.IntTensor;
import gradus.tensor.Tensor;

/** Normalises over the samples instead of over the classes, and keeps the short gradient. */
@Misconception(
        id = "SM-03",
        exercise = "loss/softmax-cross-entropy",
        breaks = {"forward", "backward.dX"},
        message = "Your probabilities add up to one over the samples, not over the classes.",
        hint = "One sample's probabilities must not depend on its neighbours. Along which axis do yours compete?")
public final class OverTheBatchShortGradient extends CrossEntropyAlgebra {
    @Override
    public double forward(Tensor logits, IntTensor labels) {
        this.labels = labels;
        Tensor e = logits.minus(logits.maxKeep(0)).exp();
        p = e.divide(e.sumKeep(0));
        return average(p.pick(labels).log().negate());
    }
}
