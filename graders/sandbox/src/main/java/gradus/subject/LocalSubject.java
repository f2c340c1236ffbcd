package gradus.subject;

/** Finds the constructor and the methods of a class by reflection, and calls them in this process. */
public final class LocalSubject implements Subject {
    private final Class<?> type;

    public LocalSubject(Class<?> type) {
        this.type = type;
    }

    @Override
    public Instance create(Object... arguments) {
        throw new UnsupportedOperationException(type.getName());
    }

    @Override
    public void close() {
        // Nothing is held: the class belongs to this process.
    }
}
