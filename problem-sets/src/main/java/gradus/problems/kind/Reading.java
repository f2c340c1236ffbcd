package gradus.problems.kind;

/** An answer that was understood. */
public interface Reading {
    /** What it earns of these credits, compared with the key. */
    Verdict verdict(double credits);

    /** Whether it says the same as another answer to the same question. */
    boolean means(Reading other);
}
