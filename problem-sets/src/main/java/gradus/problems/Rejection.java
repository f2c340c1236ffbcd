package gradus.problems;

/** Why numbers that were drawn for a variant are not fit to be set. */
public enum Rejection {
    RULE("a rule of the problem does not hold"),
    NOT_A_NUMBER("a value is not finite, or a count is no positive whole number"),
    DIGITS("a value has too many digits to be worked out on paper"),
    ZERO("an asked value is zero"),
    COINCIDENCE("two asked values coincide"),
    KINK("an activation sits at its kink"),
    TIE("the largest or smallest of several values is tied"),
    SYMMETRY("a matrix or kernel is symmetric, or a list reads the same backward"),
    SILENT_SLIP("a slip makes no difference"),
    NEAR_SLIP("a slip ends within a rounding of the key"),
    SAME_SLIPS("two slips that the file lists end in the same value");

    private final String why;

    Rejection(String why) {
        this.why = why;
    }

    /** The reason as a sentence without its full stop. */
    public String why() {
        return why;
    }
}
