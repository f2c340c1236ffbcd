package gradus.reference.train;

/** Hears how a training goes on. */
@FunctionalInterface
public interface Progress {
    /** After every epoch. */
    void after(Epoch epoch);

    /** After every iteration, both counted from 0, with the loss of its batch. */
    default void after(int epoch, int iteration, double loss) {}
}
