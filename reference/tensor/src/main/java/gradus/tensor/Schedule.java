package gradus.tensor;

/** A learning rate that changes from epoch to epoch. */
public interface Schedule {
    /** The rate in an epoch, counted from 0. */
    double rate(int epoch);
}
