package gradus.tensor;

import gradus.tensor.Backend.Binary;
import gradus.tensor.Backend.Fold;
import gradus.tensor.Backend.Unary;

/** The innermost loops of a {@link HomeBackend}, over entries side by side. Several threads call them at once, for different results. */
public interface Loops {
    /** Those of plain Java. */
    static Loops plain() {
        return PlainLoops.LOOPS;
    }

    /** Sets n entries of y out of those of x, both from position i. */
    void unary(Unary operation, double[] x, double[] y, int i, int n);

    /** Sets n entries of z from position k, out of those of a from position i and of b from position j. */
    void binary(Binary operation, double[] a, int i, double[] b, int j, double[] z, int k, int n);

    /** Sets n entries of z from position k: those of a from i where the condition, from h, is not 0, those of b from j where it is. */
    void choose(double[] condition, int h, double[] a, int i, double[] b, int j, double[] z, int k, int n);

    /** Folds n entries of x from position i into entry j of y. */
    void across(Fold operation, double[] x, int i, double[] y, int j, int n);

    /** Folds n entries of x from position i into as many of y from position j, entry by entry. */
    void along(Fold operation, double[] x, int i, double[] y, int j, int n);

    /**
     * Adds products of matrices x (B, N, D) and w (B, D, M) to y, where product b begins at position {@code at + b * batchStep} and its row
     * n at {@code n * rowStep} from there.
     */
    void product(Operand x, Operand w, double[] y, int at, int batchStep, int rowStep);
}
