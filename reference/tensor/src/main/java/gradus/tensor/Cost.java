package gradus.tensor;

/** Estimated nanoseconds, by which the threads decide whether work is worth sharing. */
final class Cost {
    /** Of an entry that is moved, or computed by one instruction. */
    static final double MOVE = 0.5;

    /** Of an entry that is looked at first. */
    static final double LOOK = 1;

    /** Of an entry of a function such as exp. */
    static final double COMPUTE = 4;

    /** Of a term of a product of matrices. */
    static final double TERM = 0.02;

    private Cost() {}
}
