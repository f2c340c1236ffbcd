package gradus.reference.recurrent;

/** What many multiplications by one matrix do to a vector, and to a gradient on its way back. */
public enum Tendency {
    /** Every eigenvalue is below 1 in magnitude: everything dies out. */
    VANISHES,
    /** The largest magnitude is 1: something stays, and nothing grows. */
    PERSISTS,
    /** An eigenvalue exceeds 1 in magnitude: what lies along its vector grows without bound. */
    EXPLODES
}
