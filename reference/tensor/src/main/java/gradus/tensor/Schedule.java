package gradus.tensor;

/** A learning rate that changes over time. */
public interface Schedule {
    /** The learning rate of an epoch; epochs count from 0. */
    double rate(int epoch);
}
