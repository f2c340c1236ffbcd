package gradus.sandbox;

import java.io.IOException;

/** Thrown where bytes are no frame, or values do not fit into one. */
final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }
}
