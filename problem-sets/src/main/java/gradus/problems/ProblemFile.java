package gradus.problems;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem file as it stands in YAML; {@link ProblemReader} makes a {@link Problem} of it. */
record ProblemFile(
        @JsonProperty(required = true) Text id,
        @JsonProperty(required = true) Text title,
        @JsonProperty(required = true) Text source,
        @JsonProperty(required = true) Text statement,
        @Nullable List<Text> conventions,
        @JsonProperty(required = true) Map<Role, Map<String, Text>> given,
        @JsonProperty(required = true) Map<String, Text> forward,
        @JsonProperty(required = true) List<PartEntry> parts,
        @Nullable List<SlipEntry> slips,
        @Nullable List<ErratumEntry> errata) {

    record PartEntry(
            @JsonProperty(required = true) Text id,
            @JsonProperty(required = true) Text ask,
            @Nullable Text slip,
            @JsonProperty(required = true) Map<String, QuestionEntry> answers) {}

    record QuestionEntry(
            @JsonProperty(required = true) Text ask,
            @JsonProperty(required = true) Text credits,
            @Nullable Text published,
            @Nullable List<String> names,
            @Nullable AxesEntry shape) {}

    record AxesEntry(
            @JsonProperty(required = true) String axes,
            @JsonProperty(required = true) List<Text> orders,
            @Nullable Map<String, Text> credits) {}

    record SlipEntry(
            @JsonProperty(required = true) Text id,
            @JsonProperty(required = true) String when,
            @JsonProperty(required = true) Map<String, Text> instead) {}

    record ErratumEntry(
            @JsonProperty(required = true) Text id,
            @JsonProperty(required = true) Erratum.Kind kind,
            @JsonProperty(required = true) String where,
            @JsonProperty(required = true) String prints,
            @JsonProperty(required = true) String right,
            @Nullable Map<String, Text> instead) {}
}
