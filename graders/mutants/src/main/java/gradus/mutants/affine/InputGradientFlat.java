package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Returns dX as one long row of numbers. */
@Misconception(
        id = "AF-08",
        exercise = "dense/affine",
        breaks = "backward.dX",
        message = "Your dX has the right entries in one flat line.",
        hint = "Who asked for dX sent you a matrix. What shape does it expect back?")
public final class InputGradientFlat extends AffineAlgebra {
    public InputGradientFlat(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dx(Tensor dy) {
        return super.dx(dy).reshape(-1);
    }
}
