package gradus.problems;

/** What became of an answer. */
public enum MarkStatus {
    /** The key, or a rounding of it. */
    CORRECT,
    /** Not the key, but what follows from earlier answers that are not the key. */
    CARRIED_FORWARD,
    /** Some of the parts of an answer that is marked in parts. */
    PARTIAL,
    WRONG,
    UNANSWERED,
    /** No formula, or no finite number. */
    UNREADABLE,
    /** The student compares with the expected points. */
    SELF_ASSESSED
}
