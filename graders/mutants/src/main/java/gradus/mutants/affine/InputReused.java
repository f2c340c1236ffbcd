package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Writes dX into the storage of the x that forward was lent. */
@Misconception(
        id = "AF-13",
        exercise = "dense/affine",
        breaks = "backward.dW",
        message = "Your backward pass changes x, which was only lent to the forward pass.",
        hint = "The input belongs to the layer below. Where do you write into it?")
public final class InputReused extends AffineAlgebra {
    public InputReused(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dx(Tensor dy) {
        x.assign(super.dx(dy));
        return x;
    }
}
