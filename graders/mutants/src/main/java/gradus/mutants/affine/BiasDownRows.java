package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Walks the flat output with the bias index of a column-wise layout. */
@Misconception(
        id = "AF-10",
        exercise = "dense/affine",
        breaks = "forward",
        message = "You add the bias down the rows instead of across the columns.",
        hint = "Let x be all zeros. Which rows of y should then look alike, and what should stand in them?")
public final class BiasDownRows extends AffineAlgebra {
    public BiasDownRows(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        Tensor y = x.matmul(w.value());
        for (int i = 0; i < y.size(); i++) {
            y.data()[i] += b.value().get(i / x.dim(0));
        }
        return y;
    }
}
