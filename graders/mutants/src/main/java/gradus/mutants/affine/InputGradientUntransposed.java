package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Multiplies dy by W instead of by its transpose; for D = M nothing complains. */
@Misconception(
        id = "AF-06",
        exercise = "dense/affine",
        breaks = "backward.dX",
        message = "Your dX is dy W instead of dy times the transpose of W.",
        hint = "Pick one input and list the outputs it feeds. Are those weights a row or a column of W?")
public final class InputGradientUntransposed extends AffineAlgebra {
    public InputGradientUntransposed(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dx(Tensor dy) {
        return dy.matmul(w.value());
    }
}
