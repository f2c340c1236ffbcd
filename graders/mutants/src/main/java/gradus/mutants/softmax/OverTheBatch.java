package gradus.mutants.softmax;

import gradus.mutants.Misconception;
import gradus.mutants.styles.SoftmaxAlgebra;
import gradus.tensor.Tensor;

/** Normalises over the samples instead of over the classes, in both passes. */
@Misconception(
        id = "SM-03",
        exercise = "activation/softmax",
        breaks = "forward",
        message = "The columns of your output add up to one, the rows do not.",
        hint = "One sample's probabilities must not depend on its neighbours. Along which axis do yours compete?")
public final class OverTheBatch extends SoftmaxAlgebra {

    @Override
    protected Tensor softmax(Tensor x) {
        Tensor e = x.minus(x.maxKeep(0)).exp();
        return e.divide(e.sumKeep(0));
    }

    @Override
    public Tensor backward(Tensor dy) {
        return y.times(dy.minus(dy.times(y).sumKeep(0)));
    }
}
