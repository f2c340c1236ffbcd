package gradus.checks;

import gradus.subject.Failure;

/** How a marked row ended, each with a sentence for the student. */
public enum Status {
    PASSED("right"),
    FAILED("wrong"),
    NOT_ATTEMPTED("not attempted yet"),
    COMPILE_ERROR("does not compile, or does not have the signature of the skeleton"),
    WRONG_SHAPE("returned something of another shape or kind"),
    NOT_FINITE("produced NaN or an infinity where a finite number belongs"),
    MUTATED_INPUT("wrote to something that was only lent"),
    EXCEPTION("threw an exception"),
    TIMEOUT("did not finish in time"),
    OUT_OF_MEMORY("used up its memory"),
    EXITED("ended the whole program"),
    FORBIDDEN("did something that a submission must not do"),
    INCONCLUSIVE("could not be decided"),
    INFRA("could not be graded because of a fault on our side");

    private final String sentence;

    Status(String sentence) {
        this.sentence = sentence;
    }

    /** Says the status as the end of a sentence: "backward.dW … is wrong". */
    public String sentence() {
        return sentence;
    }

    /** The status of a row whose call ended with this failure. */
    public static Status of(Failure.Code code) {
        return switch (code) {
            case NOT_ATTEMPTED -> NOT_ATTEMPTED;
            case MISSING -> COMPILE_ERROR;
            case WRONG_RETURN -> WRONG_SHAPE;
            case EXCEPTION -> EXCEPTION;
            case OUT_OF_MEMORY -> OUT_OF_MEMORY;
            case FORBIDDEN -> FORBIDDEN;
            case TIMEOUT -> TIMEOUT;
            case EXITED -> EXITED;
            case INFRA -> INFRA;
        };
    }
}
