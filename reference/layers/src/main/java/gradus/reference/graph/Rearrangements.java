package gradus.reference.graph;

/** The operations of {@link Node} that put entries elsewhere and change none. */
public sealed interface Rearrangements permits Node {
    private Node self() {
        return (Node) this;
    }

    /** The same entries in another shape; one length may be -1. */
    default Node reshape(int... dims) {
        return Node.of(Rearranged.reshape(dims), self());
    }

    /** Axis i of the result is axis {@code order[i]} of this. */
    default Node permute(int... order) {
        return Node.of(Rearranged.permute(order), self());
    }

    /** Entries {@code from} (inclusive) to {@code to} (exclusive) of an axis. */
    default Node slice(int axis, int from, int to) {
        return Node.of(Rearranged.slice(axis, from, to), self());
    }

    /** Rows become columns, (N, D) to (D, N). */
    default Node transpose() {
        return Node.of(Unary.TRANSPOSE, self());
    }
}
