package gradus.tensor;

/** Thrown by a method of a skeleton that nobody has filled in yet. */
public final class NotAttempted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAttempted() {
        super("not attempted yet");
    }
}
