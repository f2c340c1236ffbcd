package gradus.mutants.affine;

import gradus.mutants.Misconception;
import gradus.mutants.styles.AffineAlgebra;
import gradus.tensor.Tensor;

/** Looks the bias up by the sample, in both passes; more samples than outputs run out of the array. */
@Misconception(
        id = "AF-10",
        exercise = "dense/affine",
        breaks = {"forward", "backward.db"},
        message = "You add the bias along the samples instead of along the outputs.",
        hint = "Let x be all zeros. Which rows of y should then look alike, and what should stand in them?")
public class BiasByRow extends AffineAlgebra {
    public BiasByRow(int inputs, int outputs) {
        super(inputs, outputs);
    }

    @Override
    public Tensor forward(Tensor x) {
        this.x = x;
        Tensor y = x.matmul(w.value());
        for (int n = 0; n < y.dim(0); n++) {
            for (int m = 0; m < y.dim(1); m++) {
                y.set(n, m, y.get(n, m) + b.value().get(entry(n)));
            }
        }
        return y;
    }

    @Override
    protected Tensor db(Tensor dy) {
        Tensor db = Tensor.zeros(b.value().shape());
        for (int n = 0; n < dy.dim(0); n++) {
            db.set(entry(n), db.get(entry(n)) + dy.select(0, n).sum());
        }
        return db;
    }

    /** Returns the entry of the bias that row n gets. */
    protected int entry(int n) {
        return n;
    }
}
