package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Overwrites db in the loop over the samples, so that only the last one is left. */
@Misconception(
        id = "AF-04",
        exercise = "dense/affine",
        breaks = "backward.db",
        message = "Your db is the upstream gradient of the last sample alone.",
        hint = "Work out db for a batch of two by hand. Where in your loop do the two rows meet?")
public final class BiasGradientOfLastSample extends AffineAlgebra {
    public BiasGradientOfLastSample(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    protected Tensor db(Tensor dy) {
        Tensor db = Tensor.zeros(b.value().shape());
        for (int n = 0; n < dy.dim(0); n++) {
            db = dy.select(0, n);
        }
        return db;
    }
}
