package gradus.tensor;

/** A rule for the values that a parameter starts with. */
public interface Initializer {
    Tensor create(Shape shape, Seed seed);
}
