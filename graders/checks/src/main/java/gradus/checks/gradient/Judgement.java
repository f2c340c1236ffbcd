package gradus.checks.gradient;

/**
 * What the gradient check says.
 *
 * @param slope the derivative of the forward pass along the last direction that was looked at
 * @param claimed the same according to the backward pass
 */
public record Judgement(Decision decision, double slope, double claimed) {

    /** FAIL and PASS are certain; INCONCLUSIVE leaves it to the exact comparison. */
    public enum Decision {
        PASS,
        FAIL,
        INCONCLUSIVE
    }
}
