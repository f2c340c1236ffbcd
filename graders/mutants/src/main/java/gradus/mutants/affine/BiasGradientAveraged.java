package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Averages db over the samples instead of summing it. */
@Misconception(
        id = "AF-01",
        exercise = "dense/affine",
        breaks = "backward.db",
        message = "Your db is the right one divided by N, the number of samples.",
        hint = "The same b was added to each of the N rows. Does an average or a sum collect what they send back?")
public final class BiasGradientAveraged extends AffineAlgebra {
    public BiasGradientAveraged(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor db(Tensor dy) {
        return dy.sum(0).divide(dy.dim(0));
    }
}
