package gradus.subject;

import org.jspecify.annotations.Nullable;

/** Says in a sentence to the student why a call gave no answer. */
public final class Failure extends RuntimeException {
    /** Who is at fault, and how. */
    public enum Code {
        /** The code says that it is not written yet. */
        NOT_ATTEMPTED,
        /** The class, the constructor, the method or the parameter is not there, or not as it should be. */
        MISSING,
        /** There was an answer, of another kind than asked for. */
        WRONG_RETURN,
        EXCEPTION,
        OUT_OF_MEMORY,
        /** The code did what no solution needs, such as writing into the grader's pipe. */
        FORBIDDEN,
        TIMEOUT,
        /** The code ended its own process. */
        EXITED,
        /** The grader is at fault. */
        INFRA
    }

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String message;
    private final @Nullable String place;

    /** @param place the student's line, such as {@code Affine.java:31}, or null if there is none */
    public Failure(Code code, String message, @Nullable String place) {
        super(message);
        this.code = code;
        this.message = message;
        this.place = place;
    }

    public Code code() {
        return code;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public @Nullable String place() {
        return place;
    }
}
