package gradus.tensor;

/** Thrown where shapes do not fit; the message says where, and all shapes. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public ShapeException(String message) {
        super(message);
    }
}
