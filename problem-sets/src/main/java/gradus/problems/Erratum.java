package gradus.problems;

import com.fasterxml.jackson.annotation.JsonProperty;
import gradus.problems.expression.Expression;
import java.util.Map;

/**
 * A misprint of the source.
 *
 * @param where place in the source
 * @param prints what the source says
 * @param right what is right
 * @param treatment how an answer that follows the source is marked; may be empty
 * @param printed for a value: the printed answers that are wrong, of those that no graph computes
 * @param instead for a value: the printed formulas or numbers, with which the published answers do not come out, or the
 *     published answers themselves that are wrong
 */
public record Erratum(
        String id,
        Kind kind,
        String where,
        String prints,
        String right,
        String treatment,
        Map<String, Expression> instead,
        Map<String, String> printed) {
    /** What the misprint changes. */
    public enum Kind {
        /** Numbers. */
        @JsonProperty("value")
        VALUE,
        /** Wording. */
        @JsonProperty("text")
        TEXT,
        /** Points. */
        @JsonProperty("credit")
        CREDIT
    }
}
