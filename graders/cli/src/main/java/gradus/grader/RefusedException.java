package gradus.grader;

import java.io.IOException;

/** A submission that must not be read any further; the message is the sentence for the student. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1;

    RefusedException(String message) {
        super(message);
    }
}
