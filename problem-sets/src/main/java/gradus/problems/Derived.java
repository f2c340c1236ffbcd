package gradus.problems;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Says of a key that no paper prints how sure it is, and why. */
public record Derived(Confidence confidence, String reasoning) {
    /** High, medium or low. */
    public enum Confidence {
        H,
        M,
        L
    }

    @JsonCreator
    public Derived(
            @JsonProperty(value = "confidence", required = true) Confidence confidence,
            @JsonProperty(value = "reasoning", required = true) String reasoning) {
        this.confidence = confidence;
        this.reasoning = reasoning;
    }

    /** That the key is not the paper's, how sure it is, and why. */
    public String sentence() {
        String sure = switch (confidence) {
            case H -> "high";
            case M -> "medium";
            case L -> "low";
        };
        return "The key is derived, confidence " + sure + ": " + reasoning;
    }
}
