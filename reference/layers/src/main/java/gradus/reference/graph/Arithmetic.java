package gradus.reference.graph;

/** The operations of {@link Node} with another node. All but the matrix product go entry by entry, stretched to one shape. */
public sealed interface Arithmetic permits Node {
    private Node self() {
        return (Node) this;
    }

    default Node plus(Node other) {
        return Node.of(Binary.PLUS, self(), other);
    }

    default Node plus(double other) {
        return plus(Node.constant(other));
    }

    default Node minus(Node other) {
        return Node.of(Binary.MINUS, self(), other);
    }

    default Node times(Node other) {
        return Node.of(Binary.TIMES, self(), other);
    }

    default Node times(double other) {
        return times(Node.constant(other));
    }

    default Node divide(Node other) {
        return Node.of(Binary.DIVIDE, self(), other);
    }

    /** This to the power of the other; the exponent's gradient is NaN where this is below 0. */
    default Node power(Node exponent) {
        return Node.of(Binary.POWER, self(), exponent);
    }

    /** Where both are equal the gradient goes to the other, so that the maximum of x and 0 is ReLU. */
    default Node maximum(Node other) {
        return Node.of(Binary.MAXIMUM, self(), other);
    }

    /** Where both are equal the gradient goes to the other. */
    default Node minimum(Node other) {
        return Node.of(Binary.MINIMUM, self(), other);
    }

    /** The matrix product, (N, D) with (D, M) to (N, M). */
    default Node matmul(Node other) {
        return Node.of(Binary.MATMUL, self(), other);
    }

    /** The leaky ReLU: x above 0, slope · x at and below it. */
    default Node leaky(Node slope) {
        return Node.of(Binary.LEAKY, self(), slope);
    }
}
