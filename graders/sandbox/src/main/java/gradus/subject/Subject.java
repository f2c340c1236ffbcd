package gradus.subject;

/** A class of which a check can create instances, in this process or in another. */
public interface Subject extends AutoCloseable {
    /**
     * Calls the public constructor.
     *
     * @param arguments numbers, enums or their names, seeds or their values, windows, given functions
     * @throws Failure if the class has no such constructor, or if it throws
     */
    Instance create(Object... arguments);

    @Override
    void close();
}
