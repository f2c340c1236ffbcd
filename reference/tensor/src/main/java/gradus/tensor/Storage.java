package gradus.tensor;

/** Where the numbers of a tensor live: in an array here, or on a device, or in both. */
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
