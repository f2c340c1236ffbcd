package gradus.sandbox;

/** Thrown where confinement is required and this machine cannot give it; the message says why. */
public final class ConfinementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfinementException(String message) {
        super(message);
    }
}
