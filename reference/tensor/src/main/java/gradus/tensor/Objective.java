package gradus.tensor;

/** A function to minimise, and its gradient. */
public interface Objective {
    double value(Tensor x);

    /** The gradient at x, of the shape of x. */
    Tensor gradient(Tensor x);
}
