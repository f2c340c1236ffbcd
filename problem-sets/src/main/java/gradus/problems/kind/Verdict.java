package gradus.problems.kind;

/**
 * What an answer earns compared with the key.
 *
 * @param right whether nothing is wrong with it
 * @param message a sentence on what is wrong; empty if there is nothing to say
 */
public record Verdict(boolean right, double earned, String message) {
    static Verdict right(double credits) {
        return new Verdict(true, credits, "");
    }

    static Verdict wrong(String message) {
        return new Verdict(false, 0, message);
    }

    static Verdict of(boolean right, double credits) {
        return right ? right(credits) : wrong("");
    }
}
