package gradus.problems;

/** A problem file or answer sheet that cannot be used; the message starts with file:line:column. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProblemException(String file, int line, int column, String message) {
        super(file + ":" + line + ":" + column + ": " + message);
    }

    ProblemException(String file, Text place, String message) {
        this(file, place.line(), place.column(), message);
    }
}
