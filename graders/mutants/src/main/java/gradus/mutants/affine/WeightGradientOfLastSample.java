package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Overwrites dW in the loop over the samples, so that only the last one is left. */
@Misconception(
        id = "AF-04",
        exercise = "dense/affine",
        breaks = "backward.dW",
        message = "Your dW is the contribution of the last sample alone.",
        hint = "Work out dW for a batch of two by hand. Where in your loop do the two contributions meet?")
public final class WeightGradientOfLastSample extends AffineAlgebra {
    public WeightGradientOfLastSample(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dw(Tensor dy) {
        Tensor dw = Tensor.zeros(w.value().shape());
        for (int n = 0; n < dy.dim(0); n++) {
            dw = x.slice(0, n, n + 1).transposedMatmul(dy.slice(0, n, n + 1));
        }
        return dw;
    }
}
