package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Sums dy over both axes and gives every output the same db. */
@Misconception(
        id = "AF-02",
        exercise = "dense/affine",
        breaks = "backward.db",
        message = "All entries of your db are one and the same number, the sum of the whole dy.",
        hint = "Every output has a bias of its own. Which of the two axes of dy has to survive the sum?")
public final class BiasGradientSummedOverAll extends AffineAlgebra {
    public BiasGradientSummedOverAll(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor db(Tensor dy) {
        return Tensor.full(b.value().shape(), dy.sum());
    }
}
