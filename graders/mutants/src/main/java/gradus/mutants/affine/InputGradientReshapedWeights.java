package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Reshapes W to (M, D) where its transpose is asked. */
@Misconception(
        id = "AF-06",
        exercise = "dense/affine",
        breaks = "backward.dX",
        message = "Your dX multiplies dy by a W that was reshaped to (M, D), not transposed.",
        hint =
                "Pick one input and list the outputs it feeds. Does your reshaped W still hold those weights in one column?")
public final class InputGradientReshapedWeights extends AffineAlgebra {
    public InputGradientReshapedWeights(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dx(Tensor dy) {
        return dy.matmul(w.value().reshape(dy.dim(1), x.dim(1)));
    }
}
