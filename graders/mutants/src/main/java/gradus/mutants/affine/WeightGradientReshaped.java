package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Forms the transposed dW and forces it into the shape of W without moving the entries. */
@Misconception(
        id = "AF-05",
        exercise = "dense/affine",
        breaks = "backward.dW",
        message = "Your dW holds the entries of the transposed gradient, poured into the shape of W.",
        hint = "Another shape is not another order. Which input and which output does your entry (0, 1) belong to?")
public final class WeightGradientReshaped extends AffineAlgebra {
    public WeightGradientReshaped(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dw(Tensor dy) {
        return dy.transpose().matmul(x).reshape(x.dim(1), dy.dim(1));
    }
}
