package gradus.tensor;

/**
 * Where the numbers of a tensor live: in an array at home, on a device, or in both places.
 *
 * <p>A device keeps what it computed, and brings it home when somebody looks. It stays right because a tensor says what it is about to
 * do: {@code get} reads, {@code set} writes, and {@code data()}, {@code matrix()} and {@code wrap} pin. All other changes are operations
 * of the {@link Backend}, so they need no trip home.
 */
public interface Storage {
    int length();

    /** The numbers at home, to look at now. */
    double[] read();

    /** The numbers at home, to change now. */
    double[] write();

    /** The numbers at home, for good: somebody keeps the array and may change it at any time. */
    double[] pin();

    /** Whether {@link #pin} has been called: the array at home is then the only truth, and a device has to look afresh at every use. */
    boolean pinned();
}
