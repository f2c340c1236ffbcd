package gradus.reference.graph;

/** The operations of {@link Node} that turn every entry into another one, by itself. */
public sealed interface Functions permits Node {
    private Node self() {
        return (Node) this;
    }

    default Node negate() {
        return Node.of(Unary.NEGATE, self());
    }

    default Node reciprocal() {
        return Node.of(Unary.RECIPROCAL, self());
    }

    default Node square() {
        return Node.of(Unary.SQUARE, self());
    }

    default Node sqrt() {
        return Node.of(Unary.SQRT, self());
    }

    default Node exp() {
        return Node.of(Unary.EXP, self());
    }

    /** The natural logarithm. */
    default Node log() {
        return Node.of(Unary.LOG, self());
    }

    default Node sin() {
        return Node.of(Unary.SIN, self());
    }

    default Node cos() {
        return Node.of(Unary.COS, self());
    }

    /** With slope 0 at 0. */
    default Node abs() {
        return Node.of(Unary.ABS, self());
    }

    /** The greatest whole number that is not above; no gradient passes. */
    default Node floor() {
        return Node.of(Unary.FLOOR, self());
    }

    /** max(0, x), with slope 0 at 0. */
    default Node relu() {
        return Node.of(Unary.RELU, self());
    }

    /** 1 / (1 + e⁻ˣ). */
    default Node sigmoid() {
        return Node.of(Unary.SIGMOID, self());
    }

    default Node tanh() {
        return Node.of(Unary.TANH, self());
    }
}
