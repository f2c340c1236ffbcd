package gradus.problems;

import gradus.problems.expression.ExpressionException;

/** A problem file or answer sheet that cannot be used; the message starts with file:line:column. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProblemException(String file, int line, int column, String message) {
        super(file + ":" + line + ":" + column + ": " + message);
    }

    ProblemException(String file, Text text, ExpressionException inside) {
        this(file, text.line(), text.column() + inside.column() - 1, inside.complaint());
    }

    ProblemException(String file, Text place, String message) {
        this(file, place.line(), place.column(), message);
    }
}
