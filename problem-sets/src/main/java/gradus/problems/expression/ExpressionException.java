package gradus.problems.expression;

/** A text that is no formula, with the column where reading stopped. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int column;
    private final String complaint;

    /** What was expected, and the column, from 1, where it was missing. */
    public ExpressionException(int column, String message) {
        super(message);
        this.column = column;
        this.complaint = message;
    }

    /** Column of the offending character, from 1. */
    public int column() {
        return column;
    }

    /** What was expected. */
    public String complaint() {
        return complaint;
    }

    /** The complaint with a full stop, if it is no question. */
    public String sentence() {
        return complaint.endsWith("?") ? complaint : complaint + ".";
    }
}
