package gradus.tensor;

/** Makes the values that a parameter starts with. */
public interface Initializer {
    /** A new tensor; the same seed gives the same one. */
    Tensor create(Shape shape, Seed seed);
}
