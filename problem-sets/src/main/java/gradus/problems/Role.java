package gradus.problems;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a given number is in its problem; slips exchange quantities of one role. */
public enum Role {
    @JsonProperty("inputs")
    INPUT,
    @JsonProperty("weights")
    WEIGHT,
    @JsonProperty("biases")
    BIAS,
    @JsonProperty("targets")
    TARGET,
    @JsonProperty("constants")
    CONSTANT,
    /** A constant that is not shown: only formulas that the student does not see need it. */
    @JsonProperty("hidden")
    HIDDEN
}
