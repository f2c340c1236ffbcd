package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Scales every gradient by 1 / N in integers, which is 0 for N > 1. */
@Misconception(
        id = "AF-12",
        exercise = "dense/affine",
        breaks = {"backward.dX", "backward.dW", "backward.db"},
        message = "Your gradients are exactly zero whenever there is more than one sample.",
        hint = "Print your scale factor. What does Java make of one whole number divided by a larger one?")
public final class IntegerFactor extends AffineAlgebra {
    public IntegerFactor(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dx(Tensor dy) {
        int factor = 1 / dy.dim(0);
        return super.dx(dy).times(factor);
    }

    @Override
    protected Tensor dw(Tensor dy) {
        int factor = 1 / dy.dim(0);
        return super.dw(dy).times(factor);
    }

    @Override
    protected Tensor db(Tensor dy) {
        int factor = 1 / dy.dim(0);
        return super.db(dy).times(factor);
    }
}
