package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Adds the bias as a column, one entry a sample; for N = M nothing complains. */
@Misconception(
        id = "AF-10",
        exercise = "dense/affine",
        breaks = "forward",
        message = "You add the bias along the samples instead of along the outputs.",
        hint = "Let x be all zeros. Which rows of y should then look alike, and what should stand in them?")
public final class BiasAsColumn extends AffineAlgebra {
    public BiasAsColumn(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        return x.matmul(w.value()).plus(b.value().expand(1));
    }
}
