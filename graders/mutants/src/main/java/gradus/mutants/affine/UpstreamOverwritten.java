package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Adds the rows of dy up inside dy itself. */
@Misconception(
        id = "AF-13",
        exercise = "dense/affine",
        breaks = "backward.dX",
        message = "Your backward pass changes dy, which was only lent to it.",
        hint = "Somebody else still needs the upstream gradient after you. Where do you write into it?")
public final class UpstreamOverwritten extends AffineAlgebra {
    public UpstreamOverwritten(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor dx(Tensor dy) {
        Tensor dx = super.dx(dy);
        for (int n = 1; n < dy.dim(0); n++) {
            for (int m = 0; m < dy.dim(1); m++) {
                dy.set(0, m, dy.get(0, m) + dy.get(n, m));
            }
        }
        return dx;
    }
}
