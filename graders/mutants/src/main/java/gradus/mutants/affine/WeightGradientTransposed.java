package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Multiplies dyᵀ x, of shape (M, D), where xᵀ dy is asked; for D = M nothing complains. */
@Misconception(
        id = "AF-05",
        exercise = "dense/affine",
        breaks = "backward.dW",
        message = "Your dW is the transpose of the right one.",
        hint = "Hold dW beside W: row by row they must mean the same pair of input and output.")
public final class WeightGradientTransposed extends AffineAlgebra {
    public WeightGradientTransposed(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dw(Tensor dy) {
        return dy.transpose().matmul(x);
    }
}
